import type { FaqMessages } from './en-faq.js';
import { createPlural } from './plural.js';

const plural = createPlural('it');

export const itFaq = {
  title: 'Domande sull’annullamento',
  search: 'Cerca tra le risposte',
  found: (count: number, query: string) =>
    plural(count, {
      one: `# risposta per «${query}»`,
      many: `# di risposte per «${query}»`,
      other: `# risposte per «${query}»`,
    }),
  none: (query: string) => `Nessuna risposta per «${query}»`,
  showAll: (count: number) =>
    plural(count, {
      one: 'Mostra la risposta',
      many: 'Mostra # di risposte',
      other: 'Mostra tutte le # risposte',
    }),
  about: (number: string, why: string) => `Sull’ordine ${number}: ${why}`,
  more: 'Scopri di più',
  still: 'Hai ancora domande?',
  stillText: 'Inseriamo noi il numero dell’ordine e l’argomento.',
  contactAbout: (number: string) => `Contatta l’assistenza per l’ordine ${number}`,
  entries: (processing?: string) => [
    {
      id: 'why-not',
      question: 'Perché non posso annullare il mio ordine?',
      answer:
        'Un ordine si può annullare finché il negozio non inizia a prepararlo. Quando è già imballato o in viaggio, si può solo rifiutare alla consegna o restituire.\n\nAlcune cose sono escluse fin dall’inizio: gli articoli su misura, i download e i codici già inviati, le vendite definitive e gli articoli il cui venditore non consente l’annullamento. Accanto all’ordine è indicato di quale caso si tratta.\n\nSe un pagamento è ancora in corso o l’ordine è in sospeso, ricontrolla un po’ più tardi.',
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
      question: 'Che cosa succede al mio buono sconto e ai miei punti?',
      answer:
        'Prima che tu confermi, il negozio mostra che cosa restituisce: buoni sconto, carte regalo, punti utilizzati. I punti per l’ordine non vengono assegnati, perché l’ordine non viene eseguito.\n\nSe annulli solo una parte, uno sconto con importo minimo potrebbe non valere più per il resto. Se il negozio lo indica, lo vedi prima di confermare.',
    },
    {
      id: 'refund-when',
      question: 'Quando arriva il mio rimborso?',
      answer:
        'Il rimborso parte quando il negozio ha annullato l’ordine e segue il metodo con cui hai pagato. «Emesso» significa che il negozio lo ha inviato; alla tua banca può servire ancora qualche giorno per mostrarlo.\n\nSe l’importo era solo bloccato sulla tua carta, non c’è stato nessun addebito: il blocco termina e non c’è un rimborso separato.',
    },
    {
      id: 'how-long',
      question: 'Quanto tempo richiede un annullamento?',
      answer: `${processing === undefined ? 'Dipende dal negozio. Se indica un tempo, lo vedi prima di confermare e accanto all’ordine.' : `In questo negozio: ${processing}`}\n\nSe ci vuole più tempo del previsto, è indicato accanto all’ordine. Non serve inviare di nuovo la richiesta.`,
      about: ['cancellation-pending'],
    },
    {
      id: 'take-back',
      question: 'Posso ritirare una richiesta di annullamento?',
      answer:
        'Sì, finché la richiesta è aperta e se il negozio lo prevede: scegli «Ritira la richiesta» accanto all’ordine. L’ordine prosegue allora senza modifiche. Se è già annullato, effettua un nuovo ordine.',
      about: ['already-canceled', 'cancellation-pending'],
    },
    {
      id: 'some-items',
      question: 'Posso annullare solo alcuni articoli?',
      answer:
        'Se il negozio lo consente per questo ordine, scegli articoli e quantità prima di confermare. Altrimenti si può annullare solo per intero. Gli articoli venduti come set si annullano insieme.',
      about: ['quantity-exceeded'],
    },
    {
      id: 'safe-from-fake-links',
      question: 'Come mi proteggo dai link falsi?',
      answer:
        'Per annullare non servono mai la tua password, il numero della carta o un pagamento a qualcuno. Se un messaggio ti chiede qualcosa del genere, non aprire il suo link.\n\nVai tu all’indirizzo del negozio, accedi e guarda i tuoi ordini: vale ciò che è scritto lì.',
    },
  ],
} satisfies FaqMessages;
