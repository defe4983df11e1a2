package fr.palabre.platform.web;

import fr.palabre.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What a failure means to whoever asked, and the reference under which the log keeps it. */
@Component
class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  HttpStatusCode status(Throwable failure) {
    if (failure instanceof ErrorResponse known) return known.getStatusCode();
    if (failure instanceof OptimisticLockingFailureException) return HttpStatus.CONFLICT;
    var marked = AnnotatedElementUtils.findMergedAnnotation(
        failure.getClass(), ResponseStatus.class);
    return marked == null ? HttpStatus.INTERNAL_SERVER_ERROR : marked.code();
  }

  /** Logs the failure and returns what the person may quote. */
  String told(@Nullable Throwable failure) {
    var reference = Ids.next().toString().substring(24);
    log.error("Request failed, reference {}", reference, failure);
    return reference;
  }
}
