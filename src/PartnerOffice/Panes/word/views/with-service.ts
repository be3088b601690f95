export { history } from './history';
export { review } from './review';
