"""All rejections, lined up at day 0."""
