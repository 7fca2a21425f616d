import type { FaqMessages } from './en-faq.js';
import { isolated } from './inserted.js';
import { createPlural } from './plural.js';

const plural = createPlural('ar');

export const arFaq = {
  title: 'أسئلة عن الإلغاء',
  search: 'البحث في الإجابات',
  // The question is put in after the plural: a "#" in it is no count.
  found: (count: number, query: string) =>
    `${plural(count, {
      one: 'إجابة واحدة',
      two: 'إجابتان',
      few: '# إجابات',
      other: '# إجابة',
    })} عن «${isolated(query)}»`,
  none: (query: string) => `لا توجد إجابة عن «${isolated(query)}»`,
  showAll: (count: number) =>
    plural(count, {
      one: 'عرض الإجابة',
      two: 'عرض الإجابتين',
      other: 'عرض كل الإجابات (#)',
    }),
  about: (number: string, why: string) => `بخصوص الطلب ${isolated(number)}: ${why}`,
  more: 'قراءة المزيد',
  still: 'هل لديك أسئلة أخرى؟',
  stillText: 'نضيف نحن رقم الطلب والموضوع.',
  contactAbout: (number: string) => `التواصل مع المتجر بشأن الطلب ${isolated(number)}`,
  entries: (processing?: string) => [
    {
      id: 'why-not',
      question: 'لماذا لا يمكنني إلغاء طلبي؟',
      answer:
        'يمكن إلغاء الطلب إلى أن يبدأ المتجر بتحضيره. وبعد تغليفه أو خروجه للشحن، لا يمكن سوى رفض استلامه عند التوصيل أو إرجاعه.\n\nبعض المنتجات مستثناة من البداية: المنتجات المصنوعة حسب الطلب، والملفات والرموز التي أُرسلت، ومنتجات البيع النهائي، والمنتجات التي لا يسمح بائعها بالإلغاء. ويذكر الطلب أي حالة هي المقصودة.\n\nإذا لم يكتمل الدفع أو كان الطلب معلّقًا، يُرجى التحقق مجددًا بعد قليل.',
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
      question: 'ماذا يحدث لقسيمتي ونقاطي؟',
      answer:
        'قبل التأكيد، يعرض المتجر ما يعيده: القسائم، وبطاقات الهدايا، والنقاط المستخدمة. أما نقاط الطلب نفسه فلا تُحتسب، لأن الطلب لن يُنفَّذ.\n\nعند إلغاء جزء من الطلب فقط، قد لا يسري على الباقي خصم يشترط حدًا أدنى. وإذا أوضح المتجر ذلك، فإنه يظهر قبل التأكيد.',
    },
    {
      id: 'refund-when',
      question: 'متى يصلني المبلغ المسترد؟',
      answer:
        'يبدأ استرداد المبلغ بعد أن يُلغي المتجر الطلب، ويعود المبلغ بالطريقة التي تم بها الدفع. وتعني عبارة «تم الإرسال» أن المتجر قد أرسل المبلغ؛ وقد يحتاج البنك إلى بضعة أيام أخرى لإظهاره.\n\nإذا كان المبلغ محجوزًا فقط على بطاقتك، فلم يُخصم شيء: ينتهي الحجز، ولا يوجد استرداد منفصل.',
    },
    {
      id: 'how-long',
      question: 'كم يستغرق الإلغاء؟',
      answer: `${processing === undefined ? 'يعتمد ذلك على المتجر. وإذا حدد مدة، فإنها تظهر قبل التأكيد وبجانب الطلب.' : `في هذا المتجر: ${processing}`}\n\nإذا استغرق وقتًا أطول من المتوقع، فسيظهر ذلك في الطلب. ولا حاجة إلى إرسال طلب الإلغاء مرة أخرى.`,
      about: ['cancellation-pending'],
    },
    {
      id: 'take-back',
      question: 'هل يمكنني التراجع عن الإلغاء؟',
      answer:
        'نعم، ما دام طلب الإلغاء مفتوحًا وكان المتجر يتيح ذلك: من خلال خيار «سحب طلب الإلغاء» بجانب الطلب. ويستمر الطلب عندئذٍ كما هو. وإذا تم إلغاؤه بالفعل، فيُرجى تقديم طلب جديد.',
      about: ['already-canceled', 'cancellation-pending'],
    },
    {
      id: 'some-items',
      question: 'هل يمكنني إلغاء بعض المنتجات فقط؟',
      answer:
        'إذا كان المتجر يسمح بذلك لهذا الطلب، فيمكن اختيار المنتجات والكميات قبل التأكيد. وإلا فلا يمكن إلغاؤه إلا كاملًا. والمنتجات المباعة كمجموعة تُلغى معًا.',
      about: ['quantity-exceeded'],
    },
    {
      id: 'safe-from-fake-links',
      question: 'كيف أحمي نفسي من الروابط المزيفة؟',
      answer:
        'لا يتطلب الإلغاء أبدًا كلمة مرورك أو رقم بطاقتك أو دفع مبلغ لأي جهة. وإذا طلبت رسالة شيئًا من ذلك، فيُرجى عدم فتح الرابط الوارد فيها.\n\nالطريق الآمن هو فتح عنوان المتجر مباشرةً وتسجيل الدخول والاطلاع على طلباتك: فما يظهر هناك هو الصحيح.',
    },
  ],
} satisfies FaqMessages;
