import type { FaqMessages } from './en-faq.js';
import { createPlural } from './plural.js';

const plural = createPlural('hu');

export const huFaq = {
  title: 'Kérdések a törlésről',
  search: 'Keresés a válaszok között',
  found: (count: number, query: string) => plural(count, { other: `# válasz erre: „${query}”` }),
  none: (query: string) => `Nincs válasz erre: „${query}”`,
  showAll: (count: number) =>
    count === 1
      ? 'A válasz megjelenítése'
      : plural(count, { other: 'Összes válasz megjelenítése (#)' }),
  about: (number: string, why: string) => `${number} számú rendelés: ${why}`,
  more: 'Bővebben',
  still: 'Maradt kérdésed?',
  stillText: 'A rendelésszámot és a témát mi töltjük ki.',
  contactAbout: (number: string) => `Kapcsolatfelvétel a bolttal (rendelés: ${number})`,
  entries: (processing?: string) => [
    {
      id: 'why-not',
      question: 'Miért nem törölhetem a rendelésemet?',
      answer:
        'A rendelés addig törölhető, amíg a bolt el nem kezdi előkészíteni. Ha már becsomagolták vagy úton van, csak az átvételét lehet megtagadni, vagy vissza lehet küldeni.\n\nVan, ami eleve nem törölhető: az egyedi termékek, az elküldött letöltések és kódok, a végleges eladások, valamint azok a termékek, amelyeknél az eladó ezt nem engedélyezi. A rendelésnél látod, melyik eset áll fenn.\n\nHa a fizetés még nem zárult le, vagy a rendelés fel van függesztve, nézz vissza kicsit később.',
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
      question: 'Mi lesz a kuponommal és a pontjaimmal?',
      answer:
        'Mielőtt megerősíted, a bolt megmutatja, mit ad vissza: kuponokat, ajándékkártyákat, felhasznált pontokat. Magáért a rendelésért nem jár pont, mert a rendelés nem teljesül.\n\nHa csak egy részét törlöd, előfordulhat, hogy a minimális értékhez kötött kedvezmény a többire már nem érvényes. Ha a bolt közli, ezt még a megerősítés előtt látod.',
    },
    {
      id: 'refund-when',
      question: 'Mikor kapom vissza a pénzt?',
      answer:
        'A visszatérítés azután indul, hogy a bolt törölte a rendelést, és oda érkezik, ahonnan fizettél. A „Kiutalva” azt jelenti, hogy a bolt elküldte a pénzt; a bankodnak még néhány napra lehet szüksége, mire megjelenik.\n\nHa az összeg csak zárolva volt a kártyádon, nem történt terhelés: a zárolás megszűnik, és külön visszatérítés nincs.',
    },
    {
      id: 'how-long',
      question: 'Mennyi ideig tart a törlés?',
      answer: `${processing === undefined ? 'A bolttól függ. Ha időt is megad, azt a megerősítés előtt és a rendelésnél is látod.' : `Ennél a boltnál: ${processing}`}\n\nHa a vártnál tovább tart, azt a rendelésnél jelezzük. A kérést nem kell újra elküldeni.`,
      about: ['cancellation-pending'],
    },
    {
      id: 'take-back',
      question: 'Visszavonhatom a törlést?',
      answer:
        'Igen, amíg a kérés nyitva van, és a bolt lehetővé teszi: válaszd a rendelésnél a „Kérés visszavonása” lehetőséget. Ekkor a rendelés változatlanul érvényben marad. Ha már törölve van, rendelj újra.',
      about: ['already-canceled', 'cancellation-pending'],
    },
    {
      id: 'some-items',
      question: 'Törölhetek csak néhány terméket?',
      answer:
        'Ha a bolt ennél a rendelésnél engedélyezi, a megerősítés előtt kiválasztod a termékeket és a mennyiségeket. Egyébként csak egészben törölhető. A szettben vásárolt termékek csak együtt törölhetők.',
      about: ['quantity-exceeded'],
    },
    {
      id: 'safe-from-fake-links',
      question: 'Hogyan védekezhetek a hamis linkek ellen?',
      answer:
        'A törléshez soha nincs szükség a jelszavadra, a kártyaszámodra vagy bárkinek szóló fizetésre. Ha egy üzenet ilyet kér, ne nyisd meg a benne lévő linket.\n\nNyisd meg te magad a bolt címét, jelentkezz be, és nézd meg a rendeléseidet: ami ott áll, az az igaz.',
    },
  ],
} satisfies FaqMessages;
