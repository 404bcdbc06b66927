"""The figures that are shown: typical course, trend, stages, single rejections, activities."""
