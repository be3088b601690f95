// One file for all of it: the parts share most of their words, and one request is quicker than three.
export { swap } from './document/move';
export { history } from './views/history';
export { projector } from './views/projector';
export { review } from './views/review';
