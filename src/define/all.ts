import './cancellation-provider.js';
import './cancel-dialog.js';
import './cancellation-status.js';
import './order-list.js';
