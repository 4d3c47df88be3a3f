/** Whether the reader's rendering departs from the official one in more than case, spaces and quotation marks. */
export function differs(own: string, official: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[\s"“”‘’']+/g, '');
  return own !== '' && official !== '' && plain(own) !== plain(official);
}
