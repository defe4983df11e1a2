package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.platform.web.Choice;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The proof that nobody was forgotten: every message answered, decided, or open with an owner. */
@Controller
@Requires(Permission.INBOX_READ)
class ProofPages {
  private static final List<Integer> PERIODS = List.of(1, 7, 30, 90);
  private final ProofStore proofs;
  private final Pages pages;

  ProofPages(ProofStore proofs, Pages pages) {
    this.proofs = proofs;
    this.pages = pages;
  }

  @GetMapping("/{brand}/messagerie/suivi")
  String proof(Member me, @RequestParam(defaultValue = "7") int jours,
      HttpServletRequest request, Model model) {
    var page = pages.of(request);
    var days = PERIODS.contains(jours) ? jours : 7;
    var from = page.today().minusDays(days - 1L).atStartOfDay(page.zone()).toInstant();
    var until = page.today().plusDays(1).atStartOfDay(page.zone()).toInstant();
    model.addAttribute("proof", proofs.proof(me, days, from, until));
    model.addAttribute("periods", periods(page, days));
    return "inbox/proof";
  }

  private static List<Choice> periods(Page page, int days) {
    return PERIODS.stream()
        .map(n -> new Choice(page.to("messagerie/suivi") + "?jours=" + n,
            page.count("inbox.proof.days", n), n == days))
        .toList();
  }
}
