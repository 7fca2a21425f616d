import type { FaqMessages } from './en-faq.js';
import { createPlural } from './plural.js';

const plural = createPlural('pl');

export const plFaq = {
  title: 'Pytania o anulowanie',
  search: 'Szukaj w odpowiedziach',
  found: (count: number, query: string) =>
    plural(count, {
      one: `# odpowiedź na „${query}”`,
      few: `# odpowiedzi na „${query}”`,
      many: `# odpowiedzi na „${query}”`,
      other: `# odpowiedzi na „${query}”`,
    }),
  none: (query: string) => `Brak odpowiedzi na „${query}”`,
  showAll: (count: number) =>
    plural(count, {
      one: 'Pokaż odpowiedź',
      few: 'Pokaż wszystkie # odpowiedzi',
      many: 'Pokaż wszystkie # odpowiedzi',
      other: 'Pokaż wszystkie # odpowiedzi',
    }),
  about: (number: string, why: string) => `Dotyczy zamówienia ${number}: ${why}`,
  more: 'Czytaj więcej',
  still: 'Masz jeszcze pytania?',
  stillText: 'Numer zamówienia i temat wpiszemy za Ciebie.',
  contactAbout: (number: string) => `Skontaktuj się ze sklepem w sprawie zamówienia ${number}`,
  entries: (processing?: string) => [
    {
      id: 'why-not',
      question: 'Dlaczego nie mogę anulować zamówienia?',
      answer:
        'Zamówienie można anulować, dopóki sklep nie zacznie go przygotowywać. Gdy jest już spakowane lub w drodze, można tylko odmówić jego przyjęcia przy doręczeniu albo je odesłać.\n\nNiektórych rzeczy nie można anulować od samego początku: wykonanych specjalnie dla Ciebie, wysłanych plików i kodów, towarów ze sprzedaży ostatecznej oraz produktów, których sprzedawca na to nie pozwala. Przy zamówieniu jest napisane, o który przypadek chodzi.\n\nJeśli płatność nie jest zakończona albo zamówienie jest wstrzymane, zajrzyj ponownie trochę później.',
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
      question: 'Co stanie się z moim kuponem i punktami?',
      answer:
        'Zanim potwierdzisz, sklep pokaże, co oddaje: kupony, bony podarunkowe, wykorzystane punkty. Punkty za samo zamówienie nie zostaną naliczone, bo nie dojdzie ono do skutku.\n\nJeśli anulujesz tylko część, rabat z kwotą minimalną może już nie obejmować reszty. Jeśli sklep podaje taką informację, zobaczysz ją przed potwierdzeniem.',
    },
    {
      id: 'refund-when',
      question: 'Kiedy dostanę zwrot pieniędzy?',
      answer:
        'Zwrot pieniędzy rozpoczyna się, gdy sklep anuluje zamówienie, i następuje tą samą drogą co płatność. „Wysłany” oznacza, że sklep wysłał pieniądze; bank może potrzebować jeszcze kilku dni, aby je pokazać.\n\nJeśli kwota była tylko zablokowana na karcie, nic nie pobrano: blokada wygasa i nie ma osobnego zwrotu.',
    },
    {
      id: 'how-long',
      question: 'Jak długo trwa anulowanie?',
      answer: `${processing === undefined ? 'To zależy od sklepu. Jeśli podaje on termin, zobaczysz go przed potwierdzeniem i przy zamówieniu.' : `W tym sklepie: ${processing}`}\n\nJeśli trwa to dłużej, niż przewidziano, informacja pojawi się przy zamówieniu. Nie trzeba wysyłać prośby ponownie.`,
      about: ['cancellation-pending'],
    },
    {
      id: 'take-back',
      question: 'Czy mogę cofnąć anulowanie?',
      answer:
        'Tak, dopóki prośba jest otwarta i jeśli sklep to umożliwia: wybierz „Wycofaj prośbę” przy zamówieniu. Zamówienie pozostanie wtedy bez zmian. Jeśli jest już anulowane, złóż je od nowa.',
      about: ['already-canceled', 'cancellation-pending'],
    },
    {
      id: 'some-items',
      question: 'Czy mogę anulować tylko niektóre produkty?',
      answer:
        'Jeśli sklep pozwala na to w tym zamówieniu, przed potwierdzeniem wybierasz produkty i ich liczbę. W przeciwnym razie zamówienie można anulować tylko w całości. Produkty sprzedane w zestawie anuluje się razem.',
      about: ['quantity-exceeded'],
    },
    {
      id: 'safe-from-fake-links',
      question: 'Jak chronić się przed fałszywymi linkami?',
      answer:
        'Anulowanie nigdy nie wymaga hasła, numeru karty ani płatności na czyjąś rzecz. Jeśli wiadomość prosi o coś takiego, nie otwieraj linku, który zawiera.\n\nWejdź samodzielnie na stronę sklepu, zaloguj się i sprawdź swoje zamówienia: to, co tam widać, jest prawdą.',
    },
  ],
} satisfies FaqMessages;
