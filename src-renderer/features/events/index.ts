export { CsvButton } from './CsvButton.tsx';
export { PopUpBanner } from './pop-up/PopUpBanner.tsx';
export { AlarmSound } from './sound/AlarmSound.tsx';
export { EventPanel } from './EventPanel.tsx';
export { EventsButton } from './EventsButton.tsx';
