"""The page of rejections, and the form that logs one."""
