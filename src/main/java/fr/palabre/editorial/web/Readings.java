package fr.palabre.editorial.web;

import fr.palabre.editorial.Approvers.Standing;
import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentStage;
import fr.palabre.editorial.Contents;
import fr.palabre.editorial.Decision;
import fr.palabre.editorial.Proof;
import fr.palabre.editorial.Proofs;
import fr.palabre.editorial.Validation;
import fr.palabre.identity.Colleagues;
import fr.palabre.identity.Member;
import fr.palabre.identity.UserId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what somebody needs to read a content and decide. */
@Component
@Transactional
class Readings {
  private final Contents contents;
  private final Proofs proofs;
  private final Validation validation;
  private final Colleagues colleagues;
  private final Clock clock;

  Readings(Contents contents, Proofs proofs, Validation validation, Colleagues colleagues,
      Clock clock) {
    this.contents = contents;
    this.proofs = proofs;
    this.validation = validation;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  Reading reading(Member me, Content content) {
    var proof = proofs.of(content);
    var standing = validation.standing(me, content);
    var may = standing == Standing.MAY || standing == Standing.MAY_ALONE;
    var finish = content.stage() == ContentStage.SUBMITTED && may
        ? Finish.validating(content, clock.instant()) : null;
    var story = validation.story(me.workspaceId(), content.id());
    var names = names(content, story);
    return new Reading(content, proof, standing, finish, changes(content), fates(content, proof),
        lines(story, names), name(names, content.createdBy()));
  }

  List<StoryLine> story(Member me, Content content) {
    var story = validation.story(me.workspaceId(), content.id());
    return lines(story, names(content, story));
  }

  private List<Change> changes(Content content) {
    if (content.approvedVersion() == null || content.isApprovedAsIs()) return List.of();
    return contents.lastApproved(content)
        .map(v -> Changes.between(
            v.body(), content.body(), proofs.accounts(content.workspace())))
        .orElse(List.of());
  }

  private static List<Fate> fates(Content content, Proof proof) {
    if (content.stage() == ContentStage.DRAFT || content.stage() == ContentStage.SUBMITTED)
      return List.of();
    return proof.sheets().stream().flatMap(s -> fate(content, s).stream()).toList();
  }

  private static Optional<Fate> fate(Content content, Proof.Sheet sheet) {
    return Optional.ofNullable(content.progress().get(sheet.adaptation().id()))
        .map(p -> new Fate(sheet, p));
  }

  private static List<StoryLine> lines(List<Decision> story, Map<UserId, String> names) {
    return story.stream().map(d -> new StoryLine(d, name(names, d.by()))).toList();
  }

  private Map<UserId, String> names(Content content, List<Decision> story) {
    var people = new HashSet<UserId>();
    if (content.createdBy() != null) people.add(content.createdBy());
    for (var decision : story) if (decision.by() != null) people.add(decision.by());
    return colleagues.names(people);
  }

  private static String name(Map<UserId, String> names,
      @Nullable UserId who) {
    return who == null ? "" : names.getOrDefault(who, "");
  }
}
