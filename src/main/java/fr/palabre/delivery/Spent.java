package fr.palabre.delivery;

import fr.palabre.network.PostDraft;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;

/** What an act spends of a quota. */
public final class Spent {
  private Spent() {}

  /** How many images go with it. */
  public static int images(Act act) {
    return switch (act) {
      case Act.Publish(PostDraft draft) -> draft.images().size();
      case Act.Edit(String _, PostDraft draft) -> draft.images().size();
      case Act.Delete _, Act.Like _, Act.Unlike _ -> 0;
    };
  }

  public static int on(Act act, QuotaRule rule) {
    return on(act, images(act), rule);
  }

  /** @param images those that are still to be sent with it */
  public static int on(Act act, int images, QuotaRule rule) {
    var itself = switch (act) {
      case Act.Publish _ -> Spending.PUBLISH;
      case Act.Edit _ -> Spending.EDIT;
      case Act.Delete _ -> Spending.DELETE;
      case Act.Like _ -> Spending.LIKE;
      case Act.Unlike _ -> Spending.UNLIKE;
    };
    return rule.cost(itself) + images * rule.cost(Spending.IMAGE);
  }
}
