import keytar from 'keytar';

/** How many of the app's entries in the real keychain hold this password. */
export async function keychainEntries(password: string): Promise<number> {
  const all = await keytar.findCredentials('opus-nvr');
  return all.filter((entry) => entry.password === password).length;
}
