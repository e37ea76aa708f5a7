/** What dialogs of every kind say. */
export const ui = {
  unsaved: 'Unsaved changes',
  unsavedQuestion: 'What you typed has not been saved. Discard it?',
  discard: 'Discard',
  goOn: 'Go on editing',
};
