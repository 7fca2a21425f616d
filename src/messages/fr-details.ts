import type { DetailMessages } from './en-details.js';
import { dated } from './inserted.js';
import { createPlural } from './plural.js';

const plural = createPlural('fr');

export const frDetails = {
  close: 'Fermer',
  done: 'Terminé',
  optional: '(facultatif)',
  print: 'Imprimer',
  download: 'Télécharger le justificatif',
  copy: 'Copier en texte',
  copied: 'Copié',
  copyHere: 'La copie n’a pas fonctionné. Voici le texte :',
  shopping: 'Continuer mes achats',
  purchases: 'Voir les articles achetés',
  keepOrder: 'Garder la commande',
  opensNew: '(s’ouvre dans un nouvel onglet)',

  dialog: {
    title: (number: string) => `Annuler la commande ${number}\u202f?`,
    cancelChosen: 'Annuler des articles',
    titleChoose: (number: string) =>
      `Quels articles de la commande ${number} souhaitez-vous annuler\u202f?`,
    preparing: 'Vérification de la commande…',
    prepareFailed: 'La commande n’a pas pu être chargée',
    closeKeep: 'Fermer et garder la commande',
    canceling: (count: number) =>
      plural(count, {
        one: 'Vous annulez # article',
        many: 'Vous annulez # d’articles',
        other: 'Vous annulez # articles',
      }),
    wholeOnly: 'Cette commande ne peut être annulée qu’en totalité.',
    itemsTitle: 'Articles',
    selectAll: 'Tout sélectionner',
    selectNone: 'Tout désélectionner',
    each: (price: string) => `${price} l’unité`,
    quantityOf: (chosen: string, of: string) => `${chosen} sur ${of}`,
    quantityFor: (name: string) => `Quantité\u00a0: ${name}`,
    less: 'Diminuer la quantité',
    more: 'Augmenter la quantité',
    bundle: 'Ces articles ne peuvent être annulés qu’ensemble.',
    nothingChosen: 'Choisissez au moins un article.',
    stays: (count: number) =>
      plural(count, {
        one: '# article reste dans la commande.',
        many: '# d’articles restent dans la commande.',
        other: '# articles restent dans la commande.',
      }),
    reason: 'Motif',
    reasonChoose: 'Choisir un motif',
    reasonMissing: 'La boutique demande un motif. Veuillez en choisir un.',
    reasonFallback: (label: string) =>
      `Sans choix de votre part, la boutique note «\u202f${label}\u202f».`,
    reasonsFailed:
      'Les motifs de la boutique n’ont pas pu être chargés. Vous pouvez annuler sans en indiquer.',
    note: 'Message à la boutique',
    noteMissing: 'La boutique vous demande pourquoi. Veuillez écrire quelques mots.',
    noteHint: 'N’indiquez ni numéro de carte ni mot de passe.',
    noteCount: (used: number, max: number) => `${used} sur ${max} caractères.`,
    policy: 'Politique de retour',
    policyText: 'Ce qui s’applique aux annulations\u00a0:',
    policyAccept: 'J’ai lu la politique de retour',
    policyMissing: 'Veuillez confirmer que vous avez lu la politique de retour.',
    security:
      'Pour une annulation, la boutique ne demande jamais de mot de passe, de numéro de carte ni de paiement.',
    immediate: 'La boutique annule immédiatement. Il n’est pas possible de revenir en arrière.',
    checking: 'La boutique vérifie votre choix…',
    orderChanged: 'La commande a changé. Veuillez vérifier à nouveau votre choix.',
    stopped: 'Le contrôle de la boutique a arrêté la demande. Rien n’a été envoyé.',
    offline: 'Vous êtes hors ligne. Rien n’a été envoyé\u202f; votre choix est conservé ici.',
    signedOut:
      'Votre session est terminée. Rien n’a été envoyé\u202f; connectez-vous et reprenez ici.',
    sendingTitle: (number: string) => `Annulation de la commande ${number}`,
    sending: 'Envoi de votre demande à la boutique…',
    sendingFine:
      'Vous pouvez fermer cette fenêtre. La demande suit son cours et la réponse apparaîtra à côté de votre commande.',
    receivedTitle: 'La boutique a reçu votre demande',
    receivedText: 'Tant que la boutique n’a pas décidé, la commande reste inchangée.',
    likelyTitle: (number: string) => `Il existe une annulation pour la commande ${number}`,
    likelyText:
      'La boutique affiche une annulation de ces articles. Il s’agit peut-être de cette demande.',
    missingLines: (names: string) => `Aucune réponse pour ${names}.`,
    blockedTitle: (number: string) => `La commande ${number} ne peut plus être annulée`,
    nothingChanged: 'Rien n’a été modifié',
    isUnchanged: (number: string) => `La commande ${number} est inchangée`,
    refusedTitle: 'La demande n’a pas été envoyée',
    refusedByShop: 'La boutique n’a pas accepté la demande',
    refusedKept: 'Votre choix et votre texte sont conservés ici.',
    sendAgain: 'Envoyer à nouveau',
    back: 'Revenir à mon choix',
    unconfirmedTitle: 'Nous vérifions si votre demande est parvenue à la boutique',
    unconfirmedText:
      'La connexion a été interrompue avant l’arrivée de la réponse. La boutique a peut-être déjà votre demande\u00a0: veuillez ne pas la renvoyer.',
    asked: (time: string) => `Demande envoyée\u00a0: ${time}.`,
    nextLook: (duration: string) => `Prochaine vérification dans ${duration}.`,
    canClose: 'Vous pouvez fermer cette fenêtre.',
    cannotCheckTitle: 'Nous n’avons pas pu savoir si votre demande est arrivée',
    cannotCheckText:
      'La boutique ne répond pas. Veuillez ne pas renvoyer la demande\u202f; adressez-vous à la boutique.',
    notReceivedTitle: 'Votre demande n’est pas parvenue à la boutique',
    notReceivedText:
      'Nous avons interrogé la boutique\u00a0: elle n’a aucune demande pour cette commande. Votre choix est conservé ici.',
    takingBack: 'Retrait de la demande…',
    retractNotReceived: 'La boutique a toujours la demande. Le retrait ne lui est pas parvenu.',
    retractTooLate: 'Il était trop tard pour retirer la demande.',
    challengeTitle: 'Est-ce votre commande\u202f?',
    codeSentTo: (address: string) =>
      `Nous avons envoyé un code à ${address}. Votre demande parviendra à la boutique dès que vous l’aurez saisi.`,
    codeSent:
      'Nous vous avons envoyé un code. Votre demande parviendra à la boutique dès que vous l’aurez saisi.',
    linkSentTo: (address: string) =>
      `Nous avons envoyé un lien à ${address}. Ouvrez-le pour confirmer la demande.`,
    linkSent: 'Nous vous avons envoyé un lien. Ouvrez-le pour confirmer la demande.',
    code: 'Code figurant dans le message',
    codeLength: (count: number) =>
      plural(count, {
        one: '# caractère.',
        many: '# de caractères.',
        other: '# caractères.',
      }),
    codeMissing: 'Veuillez saisir le code.',
    codeWrong: 'Ce code ne correspond pas. Veuillez le vérifier.',
    codeExpired: 'Ce code n’est plus valable. Demandez-en un nouveau.',
    codeValid: (duration: string) => `Il est valable ${duration}.`,
    codeHelp:
      'Pas de message\u202f? Regardez dans les courriers indésirables ou demandez un nouveau code.',
    resend: 'Envoyer un nouveau code',
    resendIn: (duration: string) => `Un nouveau code pourra être envoyé dans ${duration}.`,
    confirm: 'Confirmer la demande',
    refundOnce: (money: string) => `${money}, dès que la boutique aura confirmé`,
    possibleUntil: (time: string) => `Possible ${dated(time, 'jusqu’au ', { name: 'jusqu’à ' })}`,
  },

  facts: {
    request: 'Demande',
    sent: 'Envoi',
    items: 'Articles',
    refund: 'Remboursement',
    answer: 'Réponse',
    takeBack: 'Retirer la demande',
    reason: 'Motif',
    state: 'État',
    canceled: 'Annulation',
  },

  preview: {
    title: 'Ce que vous récupérez',
    exact: 'Vous récupérez',
    about: 'Vous récupérez environ',
    estimate:
      'Il s’agit d’une estimation. La boutique confirme le montant exact sur le justificatif.',
    loading: 'Nous demandons à la boutique ce que vous récupérez…',
    outdated: 'Pour votre choix précédent\u202f; nouvelle vérification…',
    failed: 'Nous n’avons pas pu savoir ce que vous récupérez. Vous pouvez tout de même annuler.',
    unknownTitle: 'Pas encore connu',
    unknown: 'La boutique calcule le remboursement après la demande et vous en informe.',
    none: {
      'not-paid': 'Rien n’a été payé\u00a0: il n’y a rien à récupérer.',
      'pay-on-delivery':
        'Le paiement devait avoir lieu à la livraison\u00a0: il n’y a rien à récupérer.',
      other: 'La boutique ne rembourse rien dans ce cas.',
    },
    parts: {
      lines: 'Articles',
      shipping: 'Livraison',
      tax: 'Taxes',
      discount: 'Remise',
      fee: 'Frais',
      adjustment: 'Ajustement',
      other: 'Autre',
    },
    destinations: 'Où va l’argent',
    destination: {
      refund: 'Moyen de paiement d’origine',
      release: 'Montant réservé, non débité',
      'store-credit': 'Avoir dans la boutique',
      'gift-card': 'Carte cadeau',
    },
    benefits: 'Bons de réduction et points',
    points: (count: number) =>
      plural(count, { one: '# point', many: '# de points', other: '# points' }),
    outcome: {
      returned: 'Rendu',
      lost: 'Perdu',
      kept: 'Conservé',
      reduced: 'Réduit',
      unknown: 'Non précisé',
    },
  },

  status: {
    title: 'Annulation',
    timeline: 'Ce qui s’est passé',
    empty: 'Aucune annulation à afficher',
    emptyText: 'Lorsque vous annulez une commande, vous pouvez suivre l’annulation ici.',
    loading: 'Chargement de l’annulation…',
    orderCanceled: (number: string) => `La commande ${number} est annulée`,
    orderPartly: (number: string) => `La commande ${number} est partiellement annulée`,
    reference: (reference: string) => `Demande ${reference}`,
    possibleUntil: (time: string) => `Possible ${dated(time, 'jusqu’au ', { name: 'jusqu’à ' })}.`,
    enterCode: 'Saisir le code',
    result: 'Résultat pour chaque article',
    failed: 'La commande est inchangée.',
    partly: 'Certains articles ont été annulés, d’autres non.',
    steps: {
      waiting: 'En attente de confirmation',
      requested: 'Annulation demandée',
      processing: 'En cours de traitement',
      completed: 'Annulation effectuée',
      partly: 'Annulation partielle',
      declined: 'Demande refusée',
      failed: 'Annulation non aboutie',
      retracted: 'Demande retirée',
      unknown: 'Mise à jour',
    },
    marks: { done: 'Terminé', current: 'Étape en cours', ahead: 'À venir', problem: 'Problème' },
  },

  receipt: {
    title: 'Justificatif d’annulation',
    titleOpen: 'Demande d’annulation',
    item: 'Article',
    quantity: 'Quantité',
    amount: 'Montant',
    whole: 'Toute la commande',
    printed: (time: string) => `État au ${time}`,
  },
} satisfies DetailMessages;
