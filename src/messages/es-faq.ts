import type { FaqMessages } from './en-faq.js';
import { createPlural } from './plural.js';

const plural = createPlural('es');

export const esFaq = {
  title: 'Preguntas sobre cancelaciones',
  search: 'Buscar en las respuestas',
  found: (count: number, query: string) =>
    plural(count, {
      one: `# respuesta sobre «${query}»`,
      many: `# de respuestas sobre «${query}»`,
      other: `# respuestas sobre «${query}»`,
    }),
  none: (query: string) => `Ninguna respuesta sobre «${query}»`,
  showAll: (count: number) =>
    plural(count, {
      one: 'Mostrar la respuesta',
      many: 'Mostrar # de respuestas',
      other: 'Mostrar las # respuestas',
    }),
  about: (number: string, why: string) => `Sobre el pedido ${number}: ${why}`,
  more: 'Más información',
  still: '¿Aún tienes preguntas?',
  stillText: 'Nosotros indicamos el número de pedido y el asunto.',
  contactAbout: (number: string) => `Contactar con la tienda sobre el pedido ${number}`,
  entries: (processing?: string) => [
    {
      id: 'why-not',
      question: '¿Por qué no puedo cancelar mi pedido?',
      answer:
        'Un pedido se puede cancelar hasta que la tienda empieza a prepararlo. Cuando ya está embalado o en camino, solo se puede rechazar en la entrega o devolver.\n\nAlgunas cosas quedan excluidas desde el principio: lo que se hace a medida, las descargas y los códigos ya enviados, las ventas finales y los artículos cuyo vendedor no permite cancelar. Junto al pedido se indica de cuál se trata.\n\nSi hay un pago pendiente o el pedido está retenido, vuelve a mirar un poco más tarde.',
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
      question: '¿Qué pasa con mi cupón y mis puntos?',
      answer:
        'Antes de que confirmes, la tienda muestra lo que te devuelve: cupones, tarjetas regalo y puntos que hayas usado. No se obtienen puntos por el pedido, porque no llega a realizarse.\n\nSi cancelas solo una parte, es posible que un descuento con importe mínimo deje de aplicarse al resto. Si la tienda lo indica, lo verás antes de confirmar.',
    },
    {
      id: 'refund-when',
      question: '¿Cuándo llega mi reembolso?',
      answer:
        'El reembolso empieza cuando la tienda ha cancelado el pedido, y se hace por el mismo medio con el que pagaste. «Emitido» significa que la tienda ya lo ha enviado; tu banco puede tardar unos días más en mostrarlo.\n\nSi el importe solo estaba retenido en tu tarjeta, no se ha cobrado nada: la retención termina y no hay un reembolso aparte.',
    },
    {
      id: 'how-long',
      question: '¿Cuánto tarda una cancelación?',
      answer: `${processing === undefined ? 'Depende de la tienda. Si indica un plazo, lo verás antes de confirmar y junto al pedido.' : `En esta tienda: ${processing}`}\n\nSi tarda más de lo previsto, se indica junto al pedido. No hace falta volver a enviar la solicitud.`,
      about: ['cancellation-pending'],
    },
    {
      id: 'take-back',
      question: '¿Puedo retirar una solicitud de cancelación?',
      answer:
        'Sí, mientras la solicitud esté abierta y si la tienda lo ofrece: elige «Retirar la solicitud» junto al pedido. Entonces el pedido sigue adelante sin cambios. Si ya está cancelado, haz un pedido nuevo.',
      about: ['already-canceled', 'cancellation-pending'],
    },
    {
      id: 'some-items',
      question: '¿Puedo cancelar solo algunos artículos?',
      answer:
        'Si la tienda lo permite en este pedido, eliges los artículos y las cantidades antes de confirmar. Si no, solo se puede cancelar completo. Los artículos vendidos como conjunto se cancelan juntos.',
      about: ['quantity-exceeded'],
    },
    {
      id: 'safe-from-fake-links',
      question: '¿Cómo me protejo de los enlaces falsos?',
      answer:
        'Para cancelar nunca hace falta dar tu contraseña ni tu número de tarjeta, ni pagar nada a nadie. Si un mensaje te pide algo así, no abras su enlace.\n\nEscribe tú la dirección de la tienda, inicia sesión y mira tus pedidos: lo que aparece ahí es lo cierto.',
    },
  ],
} satisfies FaqMessages;
