package fr.palabre.editorial.web;

import fr.palabre.editorial.Content;
import fr.palabre.editorial.ContentId;
import fr.palabre.editorial.Departure;
import fr.palabre.editorial.DepartureDesk;
import fr.palabre.identity.Member;
import java.util.ArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that is asked and said where a content gets its date. */
@Component
class Departures {
  private final ObjectProvider<DepartureDesk> desks;

  Departures(ObjectProvider<DepartureDesk> desks) {
    this.desks = desks;
  }

  Departure of(Member me, Content content) {
    var questions = new ArrayList<Departure.Question>();
    var notes = new ArrayList<Departure.Note>();
    desks.orderedStream().map(desk -> desk.of(me, content)).forEach(departure -> {
      questions.addAll(departure.questions());
      notes.addAll(departure.notes());
    });
    return new Departure(questions, notes);
  }

  void answered(Member me, ContentId content, Function<String, @Nullable String> fields) {
    desks.orderedStream().forEach(desk -> desk.answered(me, content, fields));
  }
}
