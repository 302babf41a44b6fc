package gradus.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Error answers for requests that Jetty rejects before any page sees them, such as an address with a stray percent sign. */
final class BareErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Locale language = Language.accepted(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        boolean left =
                cause instanceof IOException; // the client went away in mid-request, which is no incident of ours
        response.setStatus(left ? 400 : status);
        Content.Sink.write(
                response,
                true,
                Errors.words(left ? 400 : status, Gate.LARGEST_BODY).in(language),
                callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields.Mutable fields) {
        fields.put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        return ByteBuffer.wrap(
                Errors.words(status, Gate.LARGEST_BODY).in(Locale.ENGLISH).getBytes(StandardCharsets.UTF_8));
    }
}
