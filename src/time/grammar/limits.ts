/** One day. Nothing longer can be logged in one entry. */
export const MAX_MINUTES = 24 * 60;

/** Characters (code points) of a comment. Factorial publishes no limit; this one keeps a pasted file out. */
export const MAX_COMMENT_LENGTH = 1000;

/** UTF-16 units of a whole entry. A longer text is refused unread, which bounds all work below. */
export const MAX_ENTRY_LENGTH = 2000;

/** UTF-16 units before the comment: a time, a day and the words of a name fit many times. */
export const MAX_WORDS_LENGTH = 300;

/** A name is compared by its beginning; the rest is not needed to tell projects apart. */
export const MAX_NAME_LENGTH = 200;

/** Matches handed back for one entry. */
export const MAX_MATCHES = 20;

/** Longest text that is still tried as a duration or a time range. */
export const MAX_TIME_LENGTH = 40;
