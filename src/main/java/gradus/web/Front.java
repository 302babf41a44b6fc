package gradus.web;

import gradus.database.CannotStart;
import gradus.message.Message;
import io.javalin.http.Context;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;
import org.jspecify.annotations.Nullable;

/**
 * How browsers reach the server: directly, or through proxies such as nginx whose word on who asks is believed.
 *
 * <p>Of the addresses in {@code X-Forwarded-For} the last one that is not a proxy's own counts: those before it are what the
 * client wrote. The header {@code Forwarded} is not used, since proxies hand it on as it comes.
 *
 * <p>Where browsers find the server under a path, such as {@code https://example.org/gradus}, it is taken off the addresses of
 * requests and put before those of pages, so that nothing between the two knows of it. A proxy may take it off, too.
 */
public final class Front {
    /** Nothing stands between browsers and the server. */
    public static final Front DIRECT = new Front(null, List.of(), List.of());

    /** A path, such as {@code /gradus}, made of signs that stand for themselves in addresses and patterns, or none. */
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9_~-]+)*");
    /** An address on this server in a page; a quotation mark in a text is written otherwise. */
    private static final Pattern ADDRESS = Pattern.compile("(\\s(?:href|src|action|formaction)=\")(?=/(?!/))");

    private final @Nullable URI base;
    private final String prefix;
    private final InetAddressSet proxies = new InetAddressSet();
    private final InetAddressSet watchers = new InetAddressSet();

    private Front(@Nullable URI base, List<String> proxies, List<String> watchers) {
        this.base = base;
        this.prefix = base == null ? "" : base.getRawPath();
        this.proxies.addAll(proxies);
        this.watchers.addAll(List.of("127.0.0.0/8", "::1"));
        this.watchers.addAll(watchers);
    }

    /**
     * @param base the address that browsers use, such as {@code https://exam.example.org}, with a path or without; null where it
     *     is the server's own
     * @param proxies addresses and ranges such as {@code 10.0.0.0/8} of the proxies
     * @param watchers addresses and ranges that may see the server's metrics, besides the machine itself
     * @throws CannotStart where one of them cannot be understood
     */
    public static Front of(@Nullable String base, List<String> proxies, List<String> watchers) {
        URI origin = base == null ? null : origin(base);
        refuseGarbled("web.proxy-unknown", proxies);
        refuseGarbled("web.watcher-unknown", watchers);
        return new Front(origin, proxies, watchers);
    }

    private static void refuseGarbled(String message, List<String> addresses) {
        for (String address : addresses) {
            try {
                new InetAddressSet().add(address);
            } catch (IllegalArgumentException garbled) {
                throw new CannotStart(Message.of(message, address), garbled);
            }
        }
    }

    private static URI origin(String base) {
        String plain = base.replaceFirst("/$", "");
        try {
            URI uri = URI.create(plain);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean whole = uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (web
                    && uri.getHost() != null
                    && whole
                    && PREFIX.matcher(uri.getRawPath()).matches()) {
                return uri;
            }
        } catch (IllegalArgumentException garbled) {
            throw new CannotStart(Message.of("web.base-url", base), garbled);
        }
        throw new CannotStart(Message.of("web.base-url", base));
    }

    /** The address that browsers use, where it was given. */
    public String address(String own) {
        return base == null ? own : base.toString();
    }

    /** Whether a page from this origin is one of ours. */
    boolean isOurs(String origin) {
        return base != null
                && origin.toLowerCase(Locale.ROOT).equals(base.getScheme() + "://" + base.getRawAuthority());
    }

    /** A page whose addresses on this server are those that browsers use. */
    String forBrowsers(String page) {
        return prefix.isEmpty() ? page : ADDRESS.matcher(page).replaceAll("$1" + Matcher.quoteReplacement(prefix));
    }

    /** An address to which a browser is sent. */
    String pathForBrowsers(String path) {
        return path.startsWith("/") && !path.startsWith("//") ? prefix + path : path;
    }

    /** The path on this server of an address that a browser named; the path as it is where it stands under another. */
    String ownPath(String path) {
        boolean below = path.startsWith(prefix)
                && (path.length() == prefix.length() || "/?".indexOf(path.charAt(prefix.length())) >= 0);
        String own = below ? path.substring(prefix.length()) : path;
        return own.startsWith("/") ? own : "/" + own;
    }

    /** Whether browsers use https throughout. */
    boolean isSecure() {
        return base != null && "https".equals(base.getScheme());
    }

    /** Whether who asks may see the server's metrics: directly, since behind a proxy anybody looks like the proxy. */
    boolean isWatcher(Context context) {
        boolean direct = context.header("X-Forwarded-For") == null
                && context.header("Forwarded") == null
                && context.header("Via") == null;
        return direct && watchers.test(new InetSocketAddress(context.ip(), 0).getAddress());
    }

    private boolean isProxy(SocketAddress address) {
        return address instanceof InetSocketAddress inet && proxies.test(inet.getAddress());
    }

    private boolean isProxy(String address) {
        // a name would be looked up, which is no business of a header
        return address.matches("[0-9a-fA-F.:]+") && isProxy(new InetSocketAddress(address, 0));
    }

    /** The client among the addresses of {@code X-Forwarded-For}: the last that is none of the proxies'. */
    private String client(List<String> addresses) {
        for (int i = addresses.size() - 1; i > 0; i--) {
            if (!isProxy(addresses.get(i))) {
                return addresses.get(i);
            }
        }
        return addresses.get(0);
    }

    /** The request at the path that it has on this server. */
    private Request withOwnPath(Request request) {
        HttpURI asked = request.getHttpURI();
        String path = asked.getPath();
        if (prefix.isEmpty() || path == null || !path.startsWith("/")) {
            return request;
        }
        HttpURI own = HttpURI.build(asked).path(ownPath(path)).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return own;
            }
        };
    }

    /** Believes the headers of requests that come from a proxy, and of no others. */
    ForwardedRequestCustomizer customizer() {
        return new ForwardedRequestCustomizer() {
            @Override
            public Request customize(Request asked, HttpFields.Mutable responseHeaders) {
                Request request = withOwnPath(asked);
                if (!isProxy(request.getConnectionMetaData().getRemoteSocketAddress())) {
                    return request;
                }
                HttpFields.Mutable headers =
                        HttpFields.build(request.getHeaders()).remove(HttpHeader.FORWARDED);
                List<String> addresses = headers.getCSV(HttpHeader.X_FORWARDED_FOR, false);
                if (!addresses.isEmpty()) {
                    headers.put(HttpHeader.X_FORWARDED_FOR, client(addresses));
                }
                HttpFields believed = headers.asImmutable();
                return super.customize(
                        new Request.Wrapper(request) {
                            @Override
                            public HttpFields getHeaders() {
                                return believed;
                            }
                        },
                        responseHeaders);
            }
        };
    }
}
