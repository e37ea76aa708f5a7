export { AlarmCheckDialog } from './AlarmCheckDialog.tsx';
