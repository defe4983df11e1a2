package fr.palabre.network.connector.village;

import static fr.palabre.network.connector.village.Intent.*;

import fr.palabre.network.RemoteAuthor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Someone of the village; nobody of that name exists.
 *
 * @param language in which they write
 * @param leanings what they write for; one that stands twice comes twice as often
 * @param closer what they like to end with; empty for nothing
 */
record Villager(
    String handle, String name, String language, List<Intent> leanings, String closer) {

  static final List<Villager> ALL = List.of(
      new Villager("pain_perdu", "Odile Painperdu", "fr", List.of(PRAISE, PRAISE, PURCHASE), "Miam."),
      new Villager("croute_que_coute", "Gaspard Croûte", "fr",
          List.of(COMPLAINT, COMPLAINT, QUESTION), "Bien à vous."),
      new Villager("mie_calme", "Mie Calme", "fr", List.of(PRAISE, CHAT, QUESTION), ""),
      new Villager("quignon_du_coin", "Le Quignon du coin", "fr",
          List.of(QUESTION, QUESTION, CHAT), ""),
      new Villager("baguette_magique", "Baguette magique", "fr",
          List.of(PRAISE, CHAT, CHAT, PURCHASE), "✨"),
      new Villager("tartine_express", "Tartine Express", "fr",
          List.of(PURCHASE, PURCHASE, QUESTION), "Merci d'avance."),
      new Villager("petit_levain", "Petit Levain", "fr", List.of(QUESTION, QUESTION, PRAISE),
          "Simple curiosité."),
      new Villager("beurre_sale_29", "Beurre salé 29", "fr", List.of(CHAT, CHAT, COMPLAINT), ""),
      new Villager("miette_anonyme", "Miette anonyme", "fr", List.of(PRAISE, QUESTION, CHAT), ""),
      new Villager("four_a_chaud", "Four à chaud", "fr", List.of(CHAT, COMPLAINT, PURCHASE), ""),
      new Villager("chouquette_du_matin", "Chouquette du matin", "fr",
          List.of(PURCHASE, PRAISE, QUESTION), "Belle journée !"),
      new Villager("dough_re_mi", "Dough Re Mi", "en", List.of(QUESTION, PRAISE, CHAT), ""),
      new Villager("crumbs_and_co", "Crumbs & Co", "en", List.of(PURCHASE, QUESTION, COMPLAINT),
          "Cheers!"),
      new Villager("promo_fusee_3000", "Promo Fusée 3000", "fr", List.of(SPAM), ""));

  RemoteAuthor author() {
    return new RemoteAuthor("villager:" + handle, handle, name, null);
  }

  Intent leaning(SplittableRandom chance) {
    return leanings.get(chance.nextInt(leanings.size()));
  }

  boolean isSpammer() {
    return leanings.contains(SPAM);
  }

  /** Some of the village, in an order of their own. */
  static List<Villager> some(int count, SplittableRandom chance) {
    var left = new ArrayList<>(ALL);
    var taken = new ArrayList<Villager>();
    while (taken.size() < count && !left.isEmpty())
      taken.add(left.remove(chance.nextInt(left.size())));
    return taken;
  }

  static Villager of(String handle) {
    return ALL.stream().filter(v -> v.handle.equals(handle)).findFirst().orElseThrow();
  }
}
