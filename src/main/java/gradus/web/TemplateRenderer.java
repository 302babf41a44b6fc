package gradus.web;

import gradus.message.Message;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.rendering.FileRenderer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/**
 * Draws {@code templates/<name>.html}. Beside its model every template knows {@code viewer}, {@code csrf}, {@code say},
 * {@code asset}, {@code here} (the path of this page), {@code feature} (the first part of the template's name), {@code featureStyle} and
 * {@code featureScript} (the addresses of the feature's own, where it has them) and {@code navigation}.
 */
final class TemplateRenderer implements FileRenderer {
    private final TemplateEngine engine = new TemplateEngine();
    private final Assets assets;
    private final Function<Context, List<Link>> navigation;

    TemplateRenderer(boolean dev, Assets assets, Function<Context, List<Link>> navigation) {
        this.assets = assets;
        this.navigation = navigation;
        AbstractConfigurableTemplateResolver resolver = dev
                ? new FileTemplateResolver()
                : new ClassLoaderTemplateResolver(TemplateRenderer.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(!dev);
        RecordProperties.use();
        StandardDialect dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new PropertyPaths());
        engine.setDialect(dialect);
        engine.setTemplateResolver(resolver);
        engine.setMessageResolver(new Texts());
        engine.setLinkBuilder(new StandardLinkBuilder() {
            @Override
            protected String computeContextPath(
                    IExpressionContext context, String base, Map<String, Object> parameters) {
                return "";
            }
        });
    }

    @Override
    public String render(String name, Map<String, ?> model, Context context) {
        Locale language = Language.of(context);
        Map<String, Object> variables = new HashMap<>(model);
        variables.put("viewer", context.attribute("viewer"));
        variables.put("csrf", Visit.csrf(context));
        variables.put("say", new Say(language, PageZone.of(context)));
        variables.put("asset", assets);
        variables.put("here", here(context));
        String feature = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
        variables.put("feature", feature);
        variables.put("featureStyle", addressOf(feature + ".css"));
        variables.put("featureScript", addressOf(feature + ".js"));
        variables.put("navigation", navigation.apply(context));
        String page = FormulaFonts.named(engine.process(name, new org.thymeleaf.context.Context(language, variables)));
        return Visit.front(context).forBrowsers(page);
    }

    private @Nullable String addressOf(String file) {
        return assets.has(file) ? assets.url(file) : null;
    }

    /**
     * The address of the page shown; a refused form is shown again at the address of its page, and what else refuses a form
     * leads back to the page that sent it.
     */
    private static String here(Context context) {
        boolean form = context.method() == HandlerType.GET || context.statusCode() < 400 || context.statusCode() == 422;
        if (!form) {
            String sender = context.header("Referer");
            return sender == null
                    ? "/"
                    : Web.local(Visit.front(context).ownPath(sender.replaceFirst("^[a-z]+://[^/]+", "")));
        }
        String query = context.queryString();
        return query == null ? context.path() : context.path() + "?" + query;
    }

    /** {@code #{key(argument)}} of templates, from the same files as every other text. */
    private static final class Texts extends AbstractMessageResolver {
        @Override
        public String resolveMessage(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
            return Message.of(key, arguments == null ? new Object[0] : arguments)
                    .in(context.getLocale());
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
            return key;
        }
    }
}
