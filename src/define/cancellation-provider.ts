import { createRestAdapter } from '../adapters/rest/index.js';
import { CancellationProviderElement } from '../components/cancellation-provider/cancellation-provider.js';
import { defineElement } from './define-element.js';

CancellationProviderElement.createEndpointAdapter = (endpoint) => createRestAdapter({ endpoint });
defineElement('cancellation-provider', CancellationProviderElement);
