package fr.palabre.network;

/** What networks count, under one name each. Shares, reposts and quotes stay apart. */
public enum Metric {
  FOLLOWERS, FOLLOWING, POSTS,
  VIEWS, IMPRESSIONS, REACH,
  REACTIONS, COMMENTS, SHARES, REPOSTS, QUOTES, SAVES, LINK_CLICKS
}
