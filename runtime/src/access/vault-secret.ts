/** What access needs of the vault: keys made from the root key, one for each purpose. */
export interface Vault {
  derive(purpose: string): string;
}
