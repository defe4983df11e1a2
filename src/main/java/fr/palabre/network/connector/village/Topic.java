package fr.palabre.network.connector.village;

import java.util.regex.Pattern;

/** What a post is about, as a passer-by would gather from a word or two. */
enum Topic {
  CONTEST("concours|gagn|tirage|jeu\\b|contest|giveaway"),
  EVENT("atelier|soirée|rendez-vous|fête|portes ouvertes|rencontre|workshop|event"),
  HOURS("ouvert|horaire|fermé|fermeture|opening|hours"),
  ORDER("command|réserv|livr|order|deliver"),
  PRICE("prix|tarif|€|price"),
  BREAD("pain|brioche|croissant|baguette|tarte|galette|bûche|fournée|levain|chouquette|bread|cake"),
  NEWS("nouveau|nouvelle|nouveauté|bientôt|lance|découvr|new\\b|soon"),
  ANY("");

  private final Pattern words;

  Topic(String words) {
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static Topic of(String text) {
    for (var topic : values())
      if (topic != ANY && topic.words.matcher(text).find()) return topic;
    return ANY;
  }
}
