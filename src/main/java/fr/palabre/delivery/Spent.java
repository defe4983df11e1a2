package fr.palabre.delivery;

import fr.palabre.network.PostDraft;
import fr.palabre.network.QuotaRule;
import fr.palabre.network.QuotaRule.Spending;

/** What an act spends of a quota. */
public final class Spent {
  private Spent() {}

  public static int on(Act act, QuotaRule rule) {
    return switch (act) {
      case Act.Publish(PostDraft draft) ->
          rule.cost(Spending.PUBLISH) + draft.images().size() * rule.cost(Spending.IMAGE);
      case Act.Edit(String _, PostDraft draft) ->
          rule.cost(Spending.EDIT) + draft.images().size() * rule.cost(Spending.IMAGE);
      case Act.Delete _ -> rule.cost(Spending.DELETE);
      case Act.Like _ -> rule.cost(Spending.LIKE);
      case Act.Unlike _ -> rule.cost(Spending.UNLIKE);
    };
  }
}
