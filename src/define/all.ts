// The provider first: its children find it as they are upgraded.
import './cancellation-provider.js';
import './order-list.js';
import './cancel-dialog.js';
import './cancellation-status.js';
import './faq-accordion.js';
import './contract-withdrawal.js';
import './order-lookup.js';
import './support-request.js';
