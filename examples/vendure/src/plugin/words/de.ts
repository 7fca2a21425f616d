import type { Words } from './words';

export const de: Words = {
  language: 'de',
  codeMail: ({ number, code, link, minutes }) => ({
    subject: `${code} ist Ihr Code für die Bestellung ${number}`,
    text: `Jemand, hoffentlich Sie, möchte die Bestellung ${number} ansehen.

Ihr Code: ${code}

Oder öffnen Sie diesen Link und bestätigen Sie dort:
${link}

Beides gilt ${minutes} Minuten und einmal. Den Link zu öffnen, ändert nichts. Waren Sie es nicht, so ist nichts zu tun: Ohne diese Mail sieht niemand Ihre Bestellung.`,
  }),
  ticketMail: ({ reference, orderNumber, message }) => ({
    subject: `Wir haben Ihre Nachricht: ${reference}`,
    text: `Ihre Nachricht ist angekommen. Ihr Zeichen ist ${reference}.${orderNumber === undefined ? '' : `\nBestellung: ${orderNumber}`}
${message === undefined ? '' : `\nSie schrieben:\n\n${message}\n`}
Wir antworten innerhalb eines Werktages.`,
  }),
  withdrawalMail: ({ reference, received, content, late }) => ({
    subject: `Ihr Widerruf ist eingegangen: ${reference}`,
    text: `Ihre Widerrufserklärung ist eingegangen.

Zeichen: ${reference}
Eingegangen: ${received}

${content.map(([label, value]) => `${label}: ${value}`).join('\n')}
${late ? '\nNach unseren Unterlagen kam sie nach Ablauf der Widerrufsfrist. Sie ist dennoch eingegangen, und wir prüfen sie.\n' : ''}
Bitte bewahren Sie diese Mail auf. Sie belegt, dass und wann Ihre Erklärung eingegangen ist.`,
  }),
  errors: {
    SHOPPER_INPUT_ERROR: 'Etwas fehlt oder ist nicht gültig.',
    PROOF_EXPIRED_ERROR: 'Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.',
    TOO_MANY_ATTEMPTS_ERROR: 'Zu viele Versuche. Bitte später noch einmal.',
  },
  supportTime: 'Innerhalb eines Werktages',
  right: {
    notBegun: 'Die Frist beginnt, wenn Sie den letzten Artikel erhalten haben.',
    exempt: {
      'custom-made': 'Für Sie angefertigt: Das Widerrufsrecht gilt dafür nicht.',
      digital:
        'Digitaler Inhalt: Das Recht erlischt, wenn der Download mit Ihrer Zustimmung beginnt.',
      perishable: 'Schnell verderblich: Das Widerrufsrecht gilt dafür nicht.',
      'sealed-hygiene': 'Aus Gründen der Hygiene nur, solange das Siegel unversehrt ist.',
      'sealed-media': 'Nur, solange das Siegel unversehrt ist.',
    },
    otherwiseExempt: 'Das Widerrufsrecht gilt dafür nach dem Gesetz nicht.',
  },
  declaration: {
    statement: 'Hiermit widerrufe ich den Vertrag über den Kauf der folgenden Waren.',
    title: 'Widerruf',
    check: 'Bitte prüfen Sie, was Sie erklären.',
    confirm: 'Widerruf bestätigen',
    goOn: 'Weiter',
    received: 'Ihre Widerrufserklärung ist eingegangen.',
    keep: 'Drucken oder speichern Sie diese Seite.',
    mailed: (address) => `Eine Kopie geht an ${address}.`,
    late: 'Nach unseren Unterlagen kam sie nach Ablauf der Widerrufsfrist. Sie ist dennoch eingegangen, und wir prüfen sie.',
    missing: 'Bitte füllen Sie dieses Feld aus; es ist vielleicht zu lang oder nicht gültig.',
    labels: {
      name: 'Name',
      contract: 'Bestellung oder Vertrag',
      contact: 'E-Mail-Adresse oder Telefon',
      scope: 'Worum es geht',
      everything: 'Der ganze Vertrag',
      statement: 'Erklärung',
      reference: 'Zeichen',
      receivedAt: 'Eingegangen',
    },
  },
};
