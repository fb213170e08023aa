<?php
// Arguments: folder of the site, code to run in WordPress; prints what it returns.
require $argv[1] . '/wp-load.php';
// Two changes within one second have one Last-Modified.
while (time() <= (int) get_option('last_change')) {
  usleep(20000);
}
$result = eval($argv[2]);
update_option('last_change', time());
echo is_wp_error($result) ? 'error: ' . $result->get_error_message() : (int) $result;
