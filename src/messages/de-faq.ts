import type { FaqMessages } from './en-faq.js';
import { createPlural } from './plural.js';

const plural = createPlural('de');

export const deFaq = {
  title: 'Fragen zur Stornierung',
  search: 'Antworten durchsuchen',
  found: (count: number, query: string) =>
    plural(count, { one: `# Antwort zu „${query}“`, other: `# Antworten zu „${query}“` }),
  none: (query: string) => `Keine Antwort zu „${query}“`,
  showAll: (count: number) =>
    plural(count, { one: 'Antwort anzeigen', other: 'Alle # Antworten anzeigen' }),
  about: (number: string, why: string) => `Zu Bestellung ${number}: ${why}`,
  more: 'Mehr erfahren',
  still: 'Noch Fragen?',
  stillText: 'Bestellnummer und Anliegen tragen wir für Sie ein.',
  contactAbout: (number: string) => `Shop zu Bestellung ${number} kontaktieren`,
  entries: (processing?: string) => [
    {
      id: 'why-not',
      question: 'Warum kann ich meine Bestellung nicht stornieren?',
      answer:
        'Eine Bestellung ist stornierbar, bis der Shop mit der Vorbereitung beginnt. Ist sie verpackt oder unterwegs, können Sie nur noch die Annahme an der Tür verweigern oder die Ware zurücksenden.\n\nManches ist von vornherein ausgeschlossen: individuell angefertigte Artikel, bereits zugesandte Downloads und Codes, vom Umtausch ausgeschlossene Ware und Artikel, deren Verkäufer keine Stornierung zulässt. Was davon zutrifft, steht bei der Bestellung.\n\nIst eine Zahlung noch offen oder die Bestellung angehalten, sehen Sie bitte etwas später noch einmal nach.',
      about: [
        'shipped',
        'delivered',
        'in-fulfillment',
        'window-expired',
        'promotional',
        'final-sale',
        'custom-made',
        'digital',
        'payment-pending',
        'invoiced',
        'on-hold',
        'seller-policy',
        'disabled',
        'not-owner',
        'unknown',
      ],
    },
    {
      id: 'coupons-and-points',
      question: 'Was passiert mit meinem Gutschein und meinen Punkten?',
      answer:
        'Bevor Sie bestätigen, zeigt der Shop, was Sie zurückerhalten: Gutscheine, Geschenkkarten und eingelöste Punkte. Punkte für die Bestellung werden nicht gutgeschrieben, weil der Kauf nicht zustande kommt.\n\nWenn Sie nur einen Teil stornieren, kann ein Rabatt mit Mindestbestellwert für den Rest entfallen. Sofern der Shop es angibt, sehen Sie das, bevor Sie bestätigen.',
    },
    {
      id: 'refund-when',
      question: 'Wann kommt meine Erstattung an?',
      answer:
        'Die Erstattung beginnt, sobald der Shop die Bestellung storniert hat, und erfolgt auf demselben Weg, auf dem Sie bezahlt haben. „Veranlasst“ heißt, dass der Shop sie gesendet hat; bei Ihrer Bank kann es noch einige Tage dauern, bis sie sichtbar ist.\n\nWar der Betrag auf Ihrer Karte nur reserviert, wurde nichts abgebucht: Die Reservierung endet, und es gibt keine gesonderte Erstattung.',
    },
    {
      id: 'how-long',
      question: 'Wie lange dauert eine Stornierung?',
      answer: `${processing === undefined ? 'Das hängt vom Shop ab. Nennt er eine Dauer, sehen Sie sie, bevor Sie bestätigen, und bei der Bestellung.' : `In diesem Shop: ${processing}`}\n\nDauert es länger als erwartet, steht das bei der Bestellung. Sie brauchen die Anfrage nicht erneut zu senden.`,
      about: ['cancellation-pending'],
    },
    {
      id: 'take-back',
      question: 'Kann ich eine Stornierung zurückziehen?',
      answer:
        'Ja, solange die Anfrage offen ist und der Shop es anbietet: Wählen Sie bei der Bestellung „Anfrage zurückziehen“. Die Bestellung läuft dann unverändert weiter. Ist sie bereits storniert, bestellen Sie bitte neu.',
      about: ['already-canceled', 'cancellation-pending'],
    },
    {
      id: 'some-items',
      question: 'Kann ich nur einzelne Artikel stornieren?',
      answer:
        'Wenn der Shop es für diese Bestellung zulässt, wählen Sie Artikel und Mengen aus, bevor Sie bestätigen. Andernfalls ist sie nur als Ganzes stornierbar. Artikel, die als Set verkauft wurden, gehören zusammen.',
      about: ['quantity-exceeded'],
    },
    {
      id: 'safe-from-fake-links',
      question: 'Wie schütze ich mich vor gefälschten Links?',
      answer:
        'Für eine Stornierung brauchen Sie nie Ihr Passwort oder Ihre Kartennummer anzugeben und nie etwas zu bezahlen. Verlangt eine Nachricht das von Ihnen, öffnen Sie den Link darin nicht.\n\nRufen Sie die Adresse des Shops selbst auf, melden Sie sich an und sehen Sie bei Ihren Bestellungen nach: Dort steht, was stimmt.',
    },
  ],
} satisfies FaqMessages;
