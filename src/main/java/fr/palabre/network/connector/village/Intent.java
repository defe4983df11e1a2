package fr.palabre.network.connector.village;

/** What someone of the village wants when they write. */
enum Intent {
  QUESTION, COMPLAINT, PURCHASE, PRAISE, CHAT, SPAM,
  /** To the brand's answers: content, ordering, appeased, not satisfied yet. */
  THANKS, ORDERED, CALMED, INSIST,
  /** By private message, in a post of their own, changing what they wrote. */
  DIRECT, MENTION, EDIT
}
