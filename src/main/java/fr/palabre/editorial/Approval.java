package fr.palabre.editorial;

/** What became of a wish to submit, validate or refuse. */
public sealed interface Approval {
  record Done(Content content) implements Approval {}

  record Refused(Content content, Reason reason) implements Approval {}

  enum Reason {
    /** Something a network would refuse; the proof says what. */
    NOT_SOUND,
    /** Images say nothing to those who cannot see them; asked once. */
    ALT_MISSING,
    /** It changed since the person read it. */
    CHANGED_MEANWHILE,
    /** The person has a hand in it. */
    OWN_CONTENT,
    NOT_ALLOWED,
    /** It does not stand where this can be done. */
    NOT_WAITING,
    /** Its hour went by since the person read it. */
    DATE_PAST,
    /** Changes are asked for with words. */
    NO_COMMENT
  }
}
