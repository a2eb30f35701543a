export * from './analysis';
export * from './analysis-options';
export * from './daemon-facts';
export * from './finding';
export * from './pod-security-facts';
export * from './severity';
