import type { Profile } from '../../model/profiles/profile.js';
import type { JsonHandler } from './json/json-handler.js';

/** Reads a file that arrives in pieces. Both methods throw a SyntaxError with the reason if the file is invalid. */
export interface ProfileReader {
  push(bytes: Uint8Array): void;
  end(): Profile;
}

/** A format that is a JSON object. */
export interface JsonFormat {
  /** What is read of the object's members. */
  readonly members: Readonly<Record<string, JsonHandler>>;
  /** The profile; null where the object has another format. Throws a SyntaxError if the profile is invalid. */
  end(): Profile | null;
}
