/** The engines that people can ask for, for whoever has no studio: the help, and options. */
export { offeredEngines } from '../engines/registry';
