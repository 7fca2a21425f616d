/** What the forms say: finding an order as a guest, writing to the shop, declaring a withdrawal. Fetched when one is shown. */
export const enForms = {
  /** `<order-lookup>` */
  lookup: {
    title: 'Find your order',
  },
  /** `<support-request>` */
  support: {
    title: 'Contact support',
  },
  /** `<contract-withdrawal>` */
  withdrawal: {
    title: 'Right of withdrawal',
    intro: 'Consumers in the EU can withdraw from a purchase without giving a reason.',
    /** A date of the shop’s; the period may end later. */
    until: (time: string) => `Until at least ${time}.`,
    untilFor: (number: string, time: string) => `For order ${number}: until at least ${time}.`,
    untilShort: (time: string) => `Right of withdrawal, until at least ${time}`,
    /** Only the statutory wording; a test compares it with `statutory-labels`. */
    confirm: 'Confirm withdrawal',
    formTitle: 'Withdraw from contract',
    formText: 'Check the three fields, then confirm. You need not give a reason.',
    name: 'Your name',
    contract: 'Contract',
    contractHint: 'Order number, or what you bought and when',
    contact: {
      email: 'E-mail for the confirmation of receipt',
      phone: 'Telephone number for the confirmation of receipt',
      other: 'Where the confirmation of receipt reaches you electronically',
    },
    otherContact: 'Use a telephone number or another way',
    contactKind: 'Way for the confirmation of receipt',
    contactKinds: { email: 'E-mail', phone: 'Telephone', other: 'Another electronic way' },
    scope: 'You withdraw from',
    whole: 'The whole contract',
    some: 'Some of the items',
    part: 'Which items',
    quantityOf: (name: string) => `Quantity of ${name}`,
    ofQuantity: (chosen: string, of: string) => `${chosen} of ${of}`,
    statementTitle: 'Your statement',
    stated: (contract: string) => `I withdraw from this contract: ${contract}.`,
    statedItems: (contract: string, items: string) =>
      `I withdraw from this contract, for these items only: ${items}. Contract: ${contract}.`,
    item: (quantity: string, name: string) => `${quantity} × ${name}`,
    back: 'Back',
    otherWays: 'You can also withdraw by e-mail or letter.',
    modelForm: 'Model withdrawal form',
    missing: {
      name: 'Please enter your name.',
      contract: 'Please say which contract you mean.',
      contact: 'Please say where the confirmation of receipt should go.',
      email: 'This e-mail address is not complete. It looks like name@example.com.',
      lines: 'Please choose at least one item, or the whole contract.',
      tooLong: (max: string) => `Please use no more than ${max} characters.`,
    },
    sending: 'Sending your statement …',
    offline: 'You are offline. Your statement stays here if it cannot be sent.',
    unconfirmedTitle: 'We do not know yet whether your statement arrived.',
    unconfirmedText:
      'It is kept here. Sent again, it still counts once. To be safe, you can also send it to the shop in another way.',
    firstSent: 'First sent',
    sendAgain: 'Send again',
    copyStatement: 'Copy statement',
    change: 'Change statement',
    changed:
      'You have changed a statement that may have arrived. It goes out as a new one, beside the one before.',
    refusedTitle: 'Your statement did not reach the shop.',
    refusedByShop: 'The shop did not take your statement.',
    kept: 'All that you entered is still here.',
    noWay: 'Your statement cannot be sent from this page at the moment.',
    noWayText:
      'You can send it to the shop in another way: by e-mail, by letter, or on its contact page.',
    receivedTitle: 'Your withdrawal has been received',
    sentTo: (address: string) =>
      `A confirmation with the content, date and time goes to ${address}. Keep it.`,
    sentNowhere:
      'The shop has not said where its confirmation of receipt goes. Print or save this copy.',
    late: 'Received after the period had ended, as the shop says.',
    document: 'The shop’s confirmation of receipt',
    another: 'Declare another withdrawal',
    earlier: 'Received before',
    receivedOn: (time: string) => `Received ${time}`,
    showReceipt: 'Show receipt',
    hideReceipt: 'Hide receipt',
    facts: {
      received: 'Received',
      reference: 'Reference',
      name: 'Name',
      contract: 'Contract',
      contact: 'Contact',
      scope: 'Withdrawn from',
      statement: 'Statement',
      copy: 'Confirmation sent to',
      note: 'Note',
    },
    receiptTitle: 'Withdrawal: acknowledgement of receipt',
    exemptTitle: 'The shop says that the right does not cover:',
    exemptOrder: 'The whole order',
    exemptUnsure: 'If you see it differently, you can declare your withdrawal all the same.',
    /** Exemptions by their code (Directive 2011/83/EU, Article 16). */
    exemptions: {
      'custom-made': 'made to your specification',
      perishable: 'spoils or expires quickly',
      'sealed-hygiene': 'sealed for health or hygiene, and opened',
      'sealed-media': 'sealed recording or software, and opened',
      digital: 'digital content whose delivery has begun with your consent',
      'service-performed': 'service fully performed with your consent',
      'dated-service': 'service for a fixed date or period',
      mixed: 'cannot be separated from other items after delivery',
      'price-fluctuation': 'price depends on the financial market',
      periodical: 'newspaper or magazine',
      auction: 'bought at a public auction',
      'urgent-repair': 'urgent repair that you asked for',
      other: 'another exemption',
    },
  },
};

export type FormMessages = typeof enForms;
