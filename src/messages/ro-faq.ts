import type { FaqMessages } from './en-faq.js';
import { createPlural } from './plural.js';

const plural = createPlural('ro');

export const roFaq = {
  title: 'Întrebări despre anulare',
  search: 'Caută în răspunsuri',
  found: (count: number, query: string) =>
    plural(count, {
      one: `# răspuns pentru „${query}”`,
      few: `# răspunsuri pentru „${query}”`,
      other: `# de răspunsuri pentru „${query}”`,
    }),
  none: (query: string) => `Niciun răspuns pentru „${query}”`,
  showAll: (count: number) =>
    plural(count, {
      one: 'Arată răspunsul',
      few: 'Arată toate cele # răspunsuri',
      other: 'Arată toate cele # de răspunsuri',
    }),
  about: (number: string, why: string) => `Despre comanda ${number}: ${why}`,
  more: 'Citește mai mult',
  still: 'Mai ai întrebări?',
  stillText: 'Completăm noi numărul comenzii și subiectul.',
  contactAbout: (number: string) => `Contactează magazinul despre comanda ${number}`,
  entries: (processing?: string) => [
    {
      id: 'why-not',
      question: 'De ce nu îmi pot anula comanda?',
      answer:
        'O comandă poate fi anulată până când magazinul începe să o pregătească. După ce este împachetată sau plecată la drum, poate fi doar refuzată la livrare sau returnată.\n\nUnele produse nu pot fi anulate de la început: cele făcute pentru tine, descărcările și codurile trimise, vânzările definitive și produsele al căror vânzător nu permite anularea. Comanda îți spune care este cazul.\n\nDacă plata nu este încheiată sau comanda este în așteptare, revino puțin mai târziu.',
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
      question: 'Ce se întâmplă cu cuponul și punctele mele?',
      answer:
        'Înainte să confirmi, magazinul arată ce îți dă înapoi: cupoane, carduri cadou, punctele folosite. Punctele pentru comandă nu se mai acordă, pentru că ea nu mai are loc.\n\nDacă anulezi doar o parte, o reducere care cere o valoare minimă poate să nu se mai aplice la rest. Dacă magazinul o spune, vezi asta înainte să confirmi.',
    },
    {
      id: 'refund-when',
      question: 'Când primesc banii înapoi?',
      answer:
        'Rambursarea începe după ce magazinul a anulat comanda și se face pe calea pe care ai plătit. „Trimisă” înseamnă că magazinul a trimis banii; banca poate avea nevoie de încă câteva zile ca să îi arate.\n\nDacă suma a fost doar blocată pe card, nu s-a încasat nimic: blocarea se ridică și nu există o rambursare separată.',
    },
    {
      id: 'how-long',
      question: 'Cât durează o anulare?',
      answer: `${processing === undefined ? 'Depinde de magazin. Dacă acesta anunță un termen, îl vezi înainte să confirmi și lângă comandă.' : `La acest magazin: ${processing}`}\n\nDacă durează mai mult decât era de așteptat, comanda o spune. Nu este nevoie să trimiți cererea din nou.`,
      about: ['cancellation-pending'],
    },
    {
      id: 'take-back',
      question: 'Pot renunța la o anulare?',
      answer:
        'Cât timp cererea este deschisă, dacă magazinul permite: alege „Renunță la cerere” lângă comandă. Comanda rămâne atunci așa cum a fost plasată. După ce a fost anulată, te rugăm să comanzi din nou.',
      about: ['already-canceled', 'cancellation-pending'],
    },
    {
      id: 'some-items',
      question: 'Pot anula doar unele produse?',
      answer:
        'Dacă magazinul permite asta pentru comanda ta, alegi produsele și cantitățile înainte să confirmi. Altfel comanda poate fi anulată numai în întregime. Produsele vândute ca set se anulează împreună.',
      about: ['quantity-exceeded'],
    },
    {
      id: 'safe-from-fake-links',
      question: 'Cum mă feresc de linkuri false?',
      answer:
        'Anularea nu cere niciodată parola, numărul cardului sau o plată către cineva. Dacă un mesaj îți cere așa ceva, nu deschide linkul din el.\n\nDeschide tu adresa magazinului, autentifică-te și uită-te la comenzile tale: acolo este adevărul.',
    },
  ],
} satisfies FaqMessages;
