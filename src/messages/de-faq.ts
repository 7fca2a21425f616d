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
  more: 'Mehr dazu',
  still: 'Haben Sie noch Fragen?',
  stillText: 'Bestellnummer und Anliegen tragen wir für Sie ein.',
  contactAbout: (number: string) => `Kundenservice zu Bestellung ${number} kontaktieren`,
  entries: (processing?: string) => [
    {
      id: 'why-not',
      question: 'Warum kann ich meine Bestellung nicht stornieren?',
      answer:
        'Eine Bestellung kann storniert werden, bis der Shop mit der Vorbereitung beginnt. Ist sie verpackt oder unterwegs, können Sie nur noch die Annahme verweigern oder sie zurücksenden.\n\nEiniges ist von Anfang an ausgenommen: individuell angefertigte Artikel, bereitgestellte Downloads und Codes, vom Umtausch ausgeschlossene Ware und Artikel, deren Verkäufer keine Stornierung zulässt. Was davon zutrifft, steht bei der Bestellung.\n\nWenn eine Zahlung noch offen oder die Bestellung angehalten ist, sehen Sie etwas später noch einmal nach.',
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
        'Bevor Sie bestätigen, zeigt der Shop, was er zurückgibt: Gutscheine, Geschenkkarten, eingelöste Punkte. Punkte für die Bestellung werden nicht gutgeschrieben, weil der Kauf nicht zustande kommt.\n\nWenn Sie nur einen Teil stornieren, gilt ein Rabatt mit Mindestbestellwert möglicherweise nicht mehr für den Rest. Teilt der Shop das mit, sehen Sie es, bevor Sie bestätigen.',
    },
    {
      id: 'refund-when',
      question: 'Wann kommt meine Erstattung an?',
      answer:
        'Die Erstattung beginnt, sobald der Shop die Bestellung storniert hat, und erfolgt auf dem Weg, auf dem Sie bezahlt haben. „Veranlasst“ bedeutet, dass der Shop das Geld gesendet hat; bis Ihre Bank es anzeigt, können noch einige Tage vergehen.\n\nWar der Betrag auf Ihrer Karte nur reserviert, wurde nichts abgebucht: Die Reservierung endet, und es gibt keine gesonderte Erstattung.',
    },
    {
      id: 'how-long',
      question: 'Wie lange dauert eine Stornierung?',
      answer: `${processing === undefined ? 'Das hängt vom Shop ab. Nennt er eine Dauer, sehen Sie diese vor dem Bestätigen und bei der Bestellung.' : `In diesem Shop: ${processing}`}\n\nDauert es länger als erwartet, steht das bei der Bestellung. Sie müssen die Anfrage nicht erneut senden.`,
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
      question: 'Kann ich auch nur einzelne Artikel stornieren?',
      answer:
        'Wenn der Shop es für diese Bestellung zulässt, wählen Sie vor dem Bestätigen Artikel und Mengen aus. Andernfalls kann sie nur als Ganzes storniert werden. Als Set verkaufte Artikel gehören zusammen.',
      about: ['quantity-exceeded'],
    },
    {
      id: 'safe-from-fake-links',
      question: 'Wie schütze ich mich vor gefälschten Links?',
      answer:
        'Für eine Stornierung müssen Sie niemals Ihr Passwort oder Ihre Kartennummer angeben oder jemandem Geld zahlen. Verlangt eine Nachricht das, öffnen Sie den Link darin nicht.\n\nRufen Sie die Adresse des Shops selbst auf, melden Sie sich an und sehen Sie bei Ihren Bestellungen nach: Was dort steht, stimmt.',
    },
  ],
} satisfies FaqMessages;
