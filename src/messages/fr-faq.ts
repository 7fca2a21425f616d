import type { FaqMessages } from './en-faq.js';
import { createPlural } from './plural.js';

const plural = createPlural('fr');

export const frFaq = {
  title: 'Questions sur l’annulation',
  search: 'Rechercher dans les réponses',
  found: (count: number, query: string) =>
    plural(count, {
      one: `# réponse pour «\u202f${query}\u202f»`,
      many: `# de réponses pour «\u202f${query}\u202f»`,
      other: `# réponses pour «\u202f${query}\u202f»`,
    }),
  none: (query: string) => `Aucune réponse pour «\u202f${query}\u202f»`,
  showAll: (count: number) =>
    plural(count, {
      one: 'Afficher la réponse',
      many: 'Afficher les # de réponses',
      other: 'Afficher les # réponses',
    }),
  about: (number: string, why: string) => `À propos de la commande ${number}\u00a0: ${why}`,
  more: 'En savoir plus',
  still: 'Vous avez encore des questions\u202f?',
  stillText: 'Nous indiquons pour vous le numéro de commande et l’objet de la demande.',
  contactAbout: (number: string) => `Contacter le service client pour la commande ${number}`,
  entries: (processing?: string) => [
    {
      id: 'why-not',
      question: 'Pourquoi ne puis-je pas annuler ma commande\u202f?',
      answer:
        'Une commande peut être annulée jusqu’à ce que la boutique commence à la préparer. Une fois emballée ou en route, elle ne peut plus qu’être refusée à la livraison ou retournée.\n\nCertains articles sont exclus dès le départ\u00a0: les articles personnalisés, les téléchargements et codes déjà envoyés, les ventes définitives et les articles dont le vendeur n’autorise pas l’annulation. La raison est indiquée à côté de la commande.\n\nSi un paiement n’est pas encore finalisé ou si la commande est en attente, revenez un peu plus tard.',
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
      question: 'Que deviennent mon bon de réduction et mes points\u202f?',
      answer:
        'Avant que vous confirmiez, la boutique indique ce qu’elle vous rend\u00a0: bons de réduction, cartes cadeaux, points utilisés. Les points liés à la commande ne sont pas attribués, puisqu’elle n’a pas lieu.\n\nSi vous n’annulez qu’une partie de la commande, une remise soumise à un montant minimum peut ne plus s’appliquer au reste. Si la boutique le précise, vous le voyez avant de confirmer.',
    },
    {
      id: 'refund-when',
      question: 'Quand vais-je recevoir mon remboursement\u202f?',
      answer:
        'Le remboursement commence lorsque la boutique a annulé la commande, et suit le même chemin que votre paiement. «\u202fÉmis\u202f» signifie que la boutique l’a envoyé\u202f; votre banque peut mettre encore quelques jours à l’afficher.\n\nSi le montant était seulement réservé sur votre carte, rien n’a été débité\u00a0: la réserve prend fin et il n’y a pas de remboursement à part.',
    },
    {
      id: 'how-long',
      question: 'Combien de temps prend une annulation\u202f?',
      answer: `${processing === undefined ? 'Cela dépend de la boutique. Si elle indique un délai, vous le voyez avant de confirmer et à côté de la commande.' : `Dans cette boutique\u00a0: ${processing}`}\n\nSi cela prend plus de temps que prévu, c’est indiqué à côté de la commande. Il est inutile de renvoyer la demande.`,
      about: ['cancellation-pending'],
    },
    {
      id: 'take-back',
      question: 'Puis-je revenir sur une annulation\u202f?',
      answer:
        'Oui, tant que la demande est ouverte et si la boutique le propose\u00a0: choisissez «\u202fRetirer la demande\u202f» à côté de la commande. La commande suit alors son cours, sans changement. Une fois qu’elle est annulée, passez une nouvelle commande.',
      about: ['already-canceled', 'cancellation-pending'],
    },
    {
      id: 'some-items',
      question: 'Puis-je annuler seulement certains articles\u202f?',
      answer:
        'Si la boutique l’autorise pour cette commande, vous choisissez les articles et les quantités avant de confirmer. Sinon, elle ne peut être annulée qu’en totalité. Les articles vendus en lot sont annulés ensemble.',
      about: ['quantity-exceeded'],
    },
    {
      id: 'safe-from-fake-links',
      question: 'Comment me protéger des faux liens\u202f?',
      answer:
        'Une annulation ne nécessite jamais votre mot de passe, votre numéro de carte ni un paiement à qui que ce soit. Si un message vous les demande, n’ouvrez pas son lien.\n\nSaisissez vous-même l’adresse de la boutique, connectez-vous et consultez vos commandes\u00a0: ce qui y est affiché fait foi.',
    },
  ],
} satisfies FaqMessages;
