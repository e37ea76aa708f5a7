export { ReviewStage } from './ReviewStage.tsx';
