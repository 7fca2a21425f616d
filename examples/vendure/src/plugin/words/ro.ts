import type { Words } from './words';

export const ro: Words = {
  language: 'ro',
  codeMail: ({ number, code, link, minutes }) => ({
    subject: `${code} este codul tău pentru comanda ${number}`,
    text: `Cineva, sperăm că tu, a cerut să vadă comanda ${number}.

Codul tău: ${code}

Sau deschide acest link și confirmă acolo:
${link}

Ambele sunt valabile ${minutes} minute și pot fi folosite o singură dată. Deschiderea linkului nu schimbă nimic. Dacă nu ai fost tu, nu trebuie să faci nimic: fără acest mesaj nimeni nu îți vede comanda.`,
  }),
  ticketMail: ({ reference, orderNumber, message }) => ({
    subject: `Am primit mesajul tău: ${reference}`,
    text: `Mesajul tău a ajuns. Numărul lui este ${reference}.${orderNumber === undefined ? '' : `\nComanda: ${orderNumber}`}
${message === undefined ? '' : `\nAi scris:\n\n${message}\n`}
Răspundem în cel mult o zi lucrătoare.`,
  }),
  withdrawalMail: ({ reference, received, content, late }) => ({
    subject: `Am primit retragerea ta: ${reference}`,
    text: `Am primit declarația ta de retragere din contract.

Număr: ${reference}
Primită: ${received}

${content.map(([label, value]) => `${label}: ${value}`).join('\n')}
${late ? '\nDupă datele noastre a sosit după termenul de retragere. Am primit-o totuși și o verificăm.\n' : ''}
Păstrează acest mesaj. El arată că declarația a fost primită și când.`,
  }),
  errors: {
    SHOPPER_INPUT_ERROR: 'Ceva lipsește sau nu este valid.',
    PROOF_EXPIRED_ERROR: 'Acest cod nu mai este valabil. Cere unul nou.',
    TOO_MANY_ATTEMPTS_ERROR: 'Prea multe încercări. Încearcă mai târziu.',
  },
  supportTime: 'În cel mult o zi lucrătoare',
  right: {
    notBegun: 'Termenul începe când ai primit ultimul produs.',
    exempt: {
      'custom-made': 'Făcut pentru tine: dreptul de retragere nu se aplică.',
      digital: 'Conținut digital: dreptul încetează când descărcarea începe cu acordul tău.',
      perishable: 'Se deteriorează repede: dreptul de retragere nu se aplică.',
      'sealed-hygiene': 'Din motive de igienă, numai cât timp sigiliul este intact.',
      'sealed-media': 'Numai cât timp sigiliul este intact.',
    },
    otherwiseExempt: 'Prin lege, dreptul de retragere nu se aplică.',
  },
  declaration: {
    statement: 'Prin prezenta mă retrag din contractul pentru următoarele produse.',
    title: 'Retragere din contract',
    check: 'Verifică ceea ce declari.',
    confirm: 'Confirmați retragerea',
    goOn: 'Continuă',
    received: 'Am primit declarația ta de retragere din contract.',
    keep: 'Tipărește sau salvează această pagină.',
    mailed: (address) => `O copie este trimisă la ${address}.`,
    late: 'După datele noastre a sosit după termenul de retragere. Am primit-o totuși și o verificăm.',
    missing: 'Completează acest câmp; poate fi prea lung sau nu este valid.',
    labels: {
      name: 'Nume',
      contract: 'Comanda sau contractul',
      contact: 'Adresă de e-mail sau telefon',
      scope: 'La ce se referă',
      everything: 'Întregul contract',
      statement: 'Declarație',
      reference: 'Număr',
      receivedAt: 'Primită',
    },
  },
};
