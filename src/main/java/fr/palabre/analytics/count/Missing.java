package fr.palabre.analytics.count;

/** Why a figure is not there. Stored by name: never rename one. */
public enum Missing {
  /** The network has no such count. */
  NOT_OFFERED,
  /** It offers it, and left it out of its answer. */
  NOT_GIVEN,
  /** The reading came too late to stand for that age or day. */
  DELAYED,
  /** The network no longer accepts the account's token. */
  PERMISSION,
  /** The network no longer shows the post. */
  WITHDRAWN,
  /** The network did not answer. */
  COLLECTION_FAILED,
  /** The account was not read yet at that time. */
  BEFORE_CONNECTION,
  /** The moment has not come. */
  NOT_YET,
  /** Counts people: sums of it would count some twice. */
  NOT_ADDITIVE,
  /** Nothing was published, or received, that could be measured. */
  NOTHING_TO_MEASURE,
  /** Too few to say anything of them. */
  TOO_SMALL
}
