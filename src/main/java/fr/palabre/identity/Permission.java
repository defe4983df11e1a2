package fr.palabre.identity;

/**
 * What a role may do in one brand. The names are stored and shown to API tokens: never rename one.
 */
public enum Permission {
  /** See contents and the calendar. */
  CONTENT_READ,
  /** Write, change and submit contents. */
  CONTENT_WRITE,
  /** Validate contents, or ask for changes. */
  CONTENT_APPROVE,
  /** Move, stop, release and delete what goes out. */
  PUBLISH,
  /** Add images and change them. */
  MEDIA_WRITE,
  /** Read conversations. */
  INBOX_READ,
  /** Reply, like, note, assign and close. */
  INBOX_REPLY,
  /** Hide, delete and sanction. */
  MODERATE,
  /** See the journal, figures and reports. */
  METRICS_READ,
  /** Write remarks in the journal and the reports' comments. */
  REPORT_WRITE,
  /** See connected accounts and their health. */
  ACCOUNT_READ,
  /** Connect, reconnect and remove accounts. */
  ACCOUNT_CONNECT,
  /** Stop everything that goes out, and start it again. */
  FREEZE,
  /** Invite people and change their roles. */
  TEAM_MANAGE,
  /** Change the brand's settings. */
  WORKSPACE_MANAGE
}
