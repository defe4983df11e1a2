package fr.palabre.network.wire;

import fr.palabre.network.wire.Answer.NotSent;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Refused;
import fr.palabre.network.wire.Answer.Unknown;
import fr.palabre.platform.http.HttpResult;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads answers in JSON. What was answered and cannot be read is unknown, never refused: the call
 * has arrived.
 *
 * @param refusal how the network words its refusals
 */
public record JsonAnswers(JsonMapper json,
    Function<HttpResult.Answer, Refused<JsonNode>> refusal) {

  public Answer<JsonNode> read(HttpResult result) {
    return switch (result) {
      case HttpResult.NotSent(String cause) -> new NotSent<>(cause);
      case HttpResult.Unknown(String cause) -> new Unknown<>(cause);
      case HttpResult.Answer answer when answer.ok() -> parsed(answer);
      case HttpResult.Answer answer -> refusal.apply(answer);
    };
  }

  /** Reads what was answered as this at once, without looking at it otherwise before. */
  public <T> Answer<T> read(HttpResult result, Class<T> type) {
    if (!(result instanceof HttpResult.Answer answer && answer.ok()))
      return read(read(result), type);
    try {
      return new Ok<>(json.readValue(answer.body(), type));
    } catch (JacksonException e) {
      return new Unknown<>("answer is not a " + type.getSimpleName());
    }
  }

  public <T> Answer<T> read(Answer<JsonNode> answer, Class<T> type) {
    return answer.then(node -> {
      try {
        return new Ok<>(json.treeToValue(node, type));
      } catch (JacksonException e) {
        return new Unknown<>("answer is not a " + type.getSimpleName());
      }
    });
  }

  private Answer<JsonNode> parsed(HttpResult.Answer answer) {
    try {
      return new Ok<>(answer.body().length == 0
          ? json.createObjectNode() : json.readTree(answer.body()));
    } catch (JacksonException e) {
      return new Unknown<>("answer is not JSON");
    }
  }
}
