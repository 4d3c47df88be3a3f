/** Why a file was refused; the name of the message that says it in the reader's language, `glossary_file_<problem>`. */
export type FileProblem =
  | 'encoding'
  | 'too_large'
  | 'not_json'
  | 'not_glossary'
  | 'newer'
  | 'bad_record'
  | 'no_chinese'
  | 'empty'
  | 'quotes';

/** A file that cannot be imported. Nothing of it was taken over; the message is one sentence with the place at fault. */
export class GlossaryFileError extends Error {
  override name = 'GlossaryFileError';

  constructor(
    readonly problem: FileProblem,
    /** What fills the placeholders `$1`, `$2` … of the message. */
    readonly values: string[],
    message: string,
  ) {
    super(message);
  }
}
