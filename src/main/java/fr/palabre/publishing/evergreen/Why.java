package fr.palabre.publishing.evergreen;

/** Why an hour stays empty. */
public enum Why {
  /** The queue has no content. */
  NO_CONTENT,
  /** None of its contents goes out on an account. */
  NO_ACCOUNT,
  /** Each content came back as often as it may, or its season is over. */
  ALL_OVER,
  /** Each content was seen too short a time ago, or is to be. */
  ALL_RECENT,
  /** Something is planned there, or too near. */
  TAKEN,
  /** That day has as many as the brand's pace allows. */
  FULL_DAY,
  /** Another content says almost the same within a month. */
  ALIKE,
  /** A person deleted what was to come back there. */
  DROPPED
}
