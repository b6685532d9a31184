# Results of Weefsel in R: read them, compare options in the same worlds, draw.
#     Rscript analysis/r/recipe.R out/first-look out/figures
# Needs ncdf4 (Debian: r-cran-ncdf4); all else is R's own. Explained in docs/guides/r.md.
library(ncdf4)

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[[1]] else "out/first-look"
figures <- if (length(arguments) > 1) arguments[[2]] else "out/figures"
dir.create(figures, recursive = TRUE, showWarnings = FALSE)

# ---- Read --------------------------------------------------------------------------------------------------
# R has the dimensions the other way round: month, replicate, draw, option.
results <- nc_open(file.path(folder, "results.h5"))
reference <- ncatt_get(results, 0, "reference")$value
options_ <- as.vector(ncvar_get(results, "indicators/option"))

read_values <- function(path) {
  values <- ncvar_get(results, path, collapse_degen = FALSE)
  array(values, dim(values), lapply(results$var[[path]]$dim, function(d) as.vector(d$vals)))
}

# Mean of what was measured in the months of a year: year, replicate, draw, option.
by_year <- function(indicator) {
  monthly <- read_values(paste0("indicators/", indicator))
  year <- (as.integer(dimnames(monthly)[[1]]) - 1) %/% 12 + 1
  known_mean <- function(x) if (all(is.na(x))) NA_real_ else mean(x, na.rm = TRUE)
  values <- apply(monthly, 2:4, function(months) tapply(months, year, known_mean))
  array(values, c(length(unique(year)), dim(monthly)[2:4]), c(list(unique(year)), dimnames(monthly)[2:4]))
}

# ---- Compare -----------------------------------------------------------------------------------------------
# Mean over worlds with its 95 % interval. Worlds of one draw share its assumptions: with two draws or more the
# interval is over the means of the draws. `values`: replicate, draw.
interval <- function(values) {
  draws <- apply(values, 2, function(x) mean(x, na.rm = TRUE))
  draws <- draws[!is.nan(draws)]
  x <- if (length(draws) >= 2) draws else values[!is.na(values)]
  if (length(x) == 0) return(c(mean = NA, lower = NA, upper = NA))
  half <- if (length(x) < 2) NA else qt(0.975, length(x) - 1) * sd(x) / sqrt(length(x))
  c(mean = mean(x), lower = mean(x) - half, upper = mean(x) + half)
}

# What an option differs from the reference in the same world: a row a year.
differences <- function(indicator, option) {
  values <- by_year(indicator)
  pairs <- array(values[, , , option] - values[, , , reference], dim(values)[1:3])
  table <- t(apply(pairs, 1, interval))
  data.frame(option, indicator, year = as.integer(dimnames(values)[[1]]), table)
}

others <- setdiff(options_, reference)
if (length(others) == 0) stop(folder, " has one option only: nothing differs")
shown <- c("social_cohesion", "severely_lonely", "participation")
found <- do.call(rbind, lapply(shown, function(i) do.call(rbind, lapply(others, function(o) differences(i, o)))))

# ---- The same as summary.csv -------------------------------------------------------------------------------
summary_table <- read.csv(file.path(folder, "summary.csv"))
both <- merge(found, summary_table, by.x = c("option", "indicator", "year"),
              by.y = c("option", "indicator", "horizon_years"), suffixes = c("", "_told"))
same <- function(mine, told)
  all(is.na(mine) == is.na(told)) && all(abs(mine - told) <= 1e-9 + 1e-5 * abs(told), na.rm = TRUE)
stopifnot(nrow(both) > 0, same(both$mean, both$difference), same(both$lower, both$difference_lower),
          same(both$upper, both$difference_upper))
print(both[, c("option", "indicator", "year", "mean", "lower", "upper", "probability_better")], digits = 3)

# ---- Draw --------------------------------------------------------------------------------------------------
colours <- rep_len(c("#005a9c", "#d55e00", "#00946b", "#c0629a"), length(others))  # those of the report
marks <- rep_len(c(16, 15, 17, 18), length(others))

png(file.path(figures, "differences.png"), width = 1080, height = 300 * length(shown), res = 130)
par(mfrow = c(length(shown), 1), mar = c(3, 9, 2, 1), mgp = c(2, 0.6, 0), las = 1)
last <- found[found$year == max(found$year), ]
for (indicator in shown) {
  rows <- last[last$indicator == indicator, ]
  rows <- rows[match(others, rows$option), ]
  reach <- max(abs(c(rows$mean, rows$lower, rows$upper)), 1e-9, na.rm = TRUE)
  name <- ncatt_get(results, paste0("indicators/", indicator), "long_name")$value
  plot(rows$mean, seq_along(others), xlim = c(-reach, reach), ylim = c(length(others) + 0.5, 0.5), axes = FALSE,
       xlab = "", ylab = "", pch = marks, col = colours, cex = 1.4, main = name, font.main = 1)
  segments(rows$lower, seq_along(others), rows$upper, seq_along(others), col = colours, lwd = 2)
  abline(v = 0)
  axis(1)
  axis(2, at = seq_along(others), labels = others, tick = FALSE)
}
invisible(dev.off())
nc_close(results)
cat("drawn:", file.path(figures, "differences.png"), "\n")
