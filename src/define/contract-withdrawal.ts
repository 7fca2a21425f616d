import { ContractWithdrawalElement } from '../components/contract-withdrawal/contract-withdrawal.js';
import { defineElement } from './define-element.js';

defineElement('contract-withdrawal', ContractWithdrawalElement);
