/** The two labels of the statutory withdrawal in one language, and where they come from. Not legal advice: a shop's counsel confirms. */
export interface StatutoryLabels {
  /** Of the control that opens the statement. */
  readonly withdraw: string;
  /** Of the button that sends it: these words and nothing else. */
  readonly confirm: string;
  /**
   * 'agreed': several sources say the same. 'directive': the Directive's own version in that language, as one list of labels quotes it.
   * 'translation': our own, at least in part; the shop is asked to set its own.
   */
  readonly basis: 'agreed' | 'directive' | 'translation';
  readonly source: string;
}

const quoted = 'Directive (EU) 2023/2673, own language version, as quoted in a label list';
const translated = 'Directive (EU) 2023/2673, translated by us';

/** By language. docs/withdrawal.md prints this table; a test compares the two. */
export const statutoryLabels = {
  ar: {
    withdraw: 'العدول عن العقد هنا',
    confirm: 'تأكيد العدول',
    basis: 'translation',
    source: translated,
  },
  bg: {
    withdraw: 'Откажете се от договора тук',
    confirm: 'Потвърдете отказа',
    basis: 'translation',
    source: translated,
  },
  de: {
    withdraw: 'Vertrag widerrufen',
    confirm: 'Widerruf bestätigen',
    basis: 'agreed',
    source: '§ 356a BGB',
  },
  el: {
    withdraw: 'Υπαναχώρηση από τη σύμβαση εδώ',
    confirm: 'Επιβεβαίωση υπαναχώρησης',
    basis: 'translation',
    source: translated,
  },
  en: {
    withdraw: 'Withdraw from contract here',
    confirm: 'Confirm withdrawal',
    basis: 'agreed',
    source: 'Directive 2011/83/EU, Article 11a',
  },
  es: {
    withdraw: 'Desistir del contrato aquí',
    confirm: 'Confirmar desistimiento',
    basis: 'directive',
    source: quoted,
  },
  fi: {
    withdraw: 'Peruuta sopimus tästä',
    confirm: 'Vahvista peruuttaminen',
    basis: 'directive',
    source: quoted,
  },
  fr: {
    withdraw: 'Renoncer au contrat ici',
    confirm: 'Confirmer la rétractation',
    basis: 'directive',
    source: `${quoted}; Code de la consommation, D. 221-5`,
  },
  hu: {
    withdraw: 'Elállás a szerződéstől',
    confirm: 'Elállás megerősítése',
    basis: 'translation',
    source: translated,
  },
  it: {
    withdraw: 'Recedere dal contratto qui',
    confirm: 'Conferma recesso',
    basis: 'directive',
    source: `${quoted}; Codice del consumo, Art. 54-bis`,
  },
  nl: {
    withdraw: 'Hier de overeenkomst herroepen',
    confirm: 'Herroeping bevestigen',
    basis: 'directive',
    source: `${quoted}; BW 6:230oa`,
  },
  pl: {
    withdraw: 'Odstąp od umowy tutaj',
    confirm: 'Potwierdź odstąpienie',
    basis: 'translation',
    source: 'control: a legal guide; confirmation: translated by us',
  },
  ro: {
    withdraw: 'Retrageți-vă din contract aici',
    confirm: 'Confirmați retragerea',
    basis: 'translation',
    source: 'OUG 18/2026, whose own wording was not found; translated by us',
  },
} as const satisfies Readonly<Record<string, StatutoryLabels>>;
