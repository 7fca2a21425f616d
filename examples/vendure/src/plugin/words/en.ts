import type { Words } from './words';

export const en: Words = {
  language: 'en',
  codeMail: ({ number, code, link, minutes }) => ({
    subject: `${code} is your code for order ${number}`,
    text: `Somebody, hopefully you, asked to see order ${number}.

Your code: ${code}

Or open this link and confirm there:
${link}

Both are valid for ${minutes} minutes and work once. Opening the link changes nothing by itself. If it was not you, there is nothing to do: without this mail nobody sees your order.`,
  }),
  ticketMail: ({ reference, orderNumber, message }) => ({
    subject: `We have your message: ${reference}`,
    text: `Your message has arrived. Its reference is ${reference}.${orderNumber === undefined ? '' : `\nOrder: ${orderNumber}`}
${message === undefined ? '' : `\nYou wrote:\n\n${message}\n`}
We answer within one working day.`,
  }),
  withdrawalMail: ({ reference, received, content, late }) => ({
    subject: `We received your withdrawal: ${reference}`,
    text: `We received your declaration of withdrawal.

Reference: ${reference}
Received: ${received}

${content.map(([label, value]) => `${label}: ${value}`).join('\n')}
${late ? '\nBy our records it came after the withdrawal period. We received it all the same, and look into it.\n' : ''}
Please keep this mail. It says that your declaration was received, and when.`,
  }),
  errors: {
    SHOPPER_INPUT_ERROR: 'Something is missing or not valid.',
    PROOF_EXPIRED_ERROR: 'This code is no longer valid. Ask for a new one.',
    TOO_MANY_ATTEMPTS_ERROR: 'Too many attempts. Try again later.',
  },
  supportTime: 'Within one working day',
  right: {
    notBegun: 'The period begins when you have received the last item.',
    exempt: {
      'custom-made': 'Made for you: the right of withdrawal does not cover it.',
      digital: 'Digital content: the right ends when the download begins with your consent.',
      perishable: 'It perishes quickly: the right of withdrawal does not cover it.',
      'sealed-hygiene': 'For hygiene, only while the seal is unbroken.',
      'sealed-media': 'Only while the seal is unbroken.',
    },
    otherwiseExempt: 'By law the right of withdrawal does not cover it.',
  },
  declaration: {
    statement: 'I hereby withdraw from my contract for the following goods.',
    title: 'Withdrawal',
    check: 'Please check what you declare.',
    confirm: 'Confirm withdrawal',
    goOn: 'Continue',
    received: 'We received your declaration of withdrawal.',
    keep: 'Print this page or save it to keep it.',
    mailed: (address) => `A copy is on its way to ${address}.`,
    late: 'By our records it came after the withdrawal period. We received it all the same, and look into it.',
    missing: 'Please fill in this field; it may be too long or not valid.',
    labels: {
      name: 'Name',
      contract: 'Order or contract',
      contact: 'E-mail address or telephone',
      scope: 'What it is about',
      everything: 'The whole contract',
      statement: 'Declaration',
      reference: 'Reference',
      receivedAt: 'Received',
    },
  },
};
