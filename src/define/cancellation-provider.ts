import { CancellationProviderElement } from '../components/cancellation-provider/cancellation-provider.js';
import { defineElement } from './define-element.js';
import { createEndpointAdapter } from './endpoint-adapter.js';

CancellationProviderElement.createEndpointAdapter = createEndpointAdapter;
defineElement('cancellation-provider', CancellationProviderElement);
